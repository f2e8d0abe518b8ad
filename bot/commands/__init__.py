"""The commands of `python -m bot`, one file each or a few that belong together."""

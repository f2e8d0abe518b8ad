"""The console held to the promises of all channels."""

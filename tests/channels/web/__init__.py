"""The web chat, as the promises of all channels see it."""

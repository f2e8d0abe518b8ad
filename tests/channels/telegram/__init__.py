"""Tests of the Telegram channel, with payloads as the Bot API writes them."""

"""The web server and the chat page, the page in a real browser."""

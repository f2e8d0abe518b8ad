"""Measures how fast Manyhands answers, beside plain Rasa on the same data and messages."""

"""Manyhands: what a resident writes becomes a ticket in the right hands."""

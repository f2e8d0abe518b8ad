"""Tests of the channels; `promises.py` says how to hold a new one to the promises of all."""

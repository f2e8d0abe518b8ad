"""The rules: plain functions and data, without session, network or clock."""

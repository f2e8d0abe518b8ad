"""Stand-ins that keep their contract: for the house's door and for the platforms outside."""

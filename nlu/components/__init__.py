"""Our parts of Rasa's pipeline: how a message is read."""

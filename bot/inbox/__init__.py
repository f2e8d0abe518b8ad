"""What was heard: committed before the platform is told so, then answered in order."""

from bot.inbox.hearing import hear, name_of_conversation, to_facts, to_heard
from bot.inbox.worker import Ears, Inbox

__all__ = ["Ears", "Inbox", "hear", "name_of_conversation", "to_facts", "to_heard"]

"""A city as data: loads a folder, tells every fault at once, answers what is where."""

from bot.city.city import Area, City, EmergencyNumber, Faq, Place
from bot.city.load import check, load

__all__ = ["Area", "City", "EmergencyNumber", "Faq", "Place", "check", "load"]

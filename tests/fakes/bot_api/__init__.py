"""A Bot API server for tests, over real HTTP, and people who write to the bot.

    async with BotApi() as api:
        start the bot with TELEGRAM_API_URL=api.url and TELEGRAM_TOKEN=api.token
        ada = api.person(7, "Ada", "en")
        await ada.say("The street light is out")
        question = await ada.hears("where")
        await ada.pin(52.5, 13.4)

        block = api.group(-1001, "Block 12")
        await block.add(ada)
        await block.says(ada, "@manyhands_bot the lift is broken")

It checks what it is sent as the real one does (Bot API 9), and is stricter in one thing: a field
that the method does not know is refused. `api.fail("sendMessage", 429, retry_after=3)` makes it
fail as the real one does; see `Fault`.
"""

from tests.fakes.bot_api.faults import Fault
from tests.fakes.bot_api.group import Group
from tests.fakes.bot_api.person import Person
from tests.fakes.bot_api.screen import Received
from tests.fakes.bot_api.server import BotApi

__all__ = ["BotApi", "Fault", "Group", "Person", "Received"]

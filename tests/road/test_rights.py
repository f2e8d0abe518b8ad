"""A person's rights over real Rasa: a copy of everything, then nothing left in either database."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.road.chat import Chat, keys
from tests.road.process import BotProcess
from tests.road.test_conversations import LANGUAGES, person

pytestmark = pytest.mark.slow

WORDS = {
    "lamp": {
        "zh": "路灯坏了三天了,和平小区3号楼门口很黑,电话13988074321",
        "en": "the street lamp on Oak Road 12 has been out for three days, call 139 8807 4321",
    },
    "chat": {"zh": "你喜欢戴胜鸟吗", "en": "did you hear the hoopoe sing this morning"},
    "mark": {"zh": "戴胜鸟", "en": "hoopoe"},
    "privacy": {"zh": "你们会保存我的什么信息", "en": "what do you do with my personal data?"},
    "copy": {"zh": "把我的数据导出给我", "en": "send me a copy of all my data"},
    "forget": {"zh": "删除我的数据", "en": "please delete my data"},
}


def rows(path: Path) -> dict[str, list[str]]:
    """All rows of all tables of an SQLite file, as text."""
    with sqlite3.connect(path) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: [readable(row) for row in database.execute(f'SELECT * FROM "{name}"')]
            for (name,) in names
        }


def readable(row: tuple[Any, ...]) -> str:
    """A row as text, with the words that JSON writes in escapes."""
    text = " ".join(str(each) for each in row)
    return text + text.encode("utf-8", "replace").decode("unicode_escape", "replace")


def places(bot: BotProcess, mark: str) -> set[str]:
    """The tables of both databases where a mark stands."""
    both = [*rows(bot.var / "manyhands.db").items(), *rows(bot.var / "rasa.db").items()]
    return {name for name, found in both if any(mark in row for row in found)}


async def until_gone(bot: BotProcess, mark: str, but: set[str]) -> None:
    """Returns once a mark stands in no other table than these."""
    async with asyncio.timeout(30):
        while places(bot, mark) - but:
            await asyncio.sleep(0.2)


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_person_has_a_copy_of_everything_and_is_forgotten(
    bot: BotProcess, lang: str
) -> None:
    name = person()
    async with Chat(bot.socket, name, "resident", lang) as chat:
        opened = (await chat.say(WORDS["lamp"][lang]))[-1]
        assert opened["say"] == "ticket-opened"
        await chat.say(WORDS["chat"][lang])
        assert keys(await chat.say(WORDS["privacy"][lang])) == ["privacy"]
        assert keys(await chat.say(WORDS["copy"][lang])) == ["export-started"]
        ready = await chat.hears("export-ready")
        told = json.loads(zipfile.ZipFile(ready["file"]).read("my-data.json"))
        conversation = json.dumps(told["conversations"], ensure_ascii=False)
        assert WORDS["chat"][lang] in conversation
        assert WORDS["chat"][lang] in [each["heard"]["text"] for each in told["messages_in"]]
        (sender,) = told["conversations"]
        assert {"inbox", "events"} <= places(bot, WORDS["mark"][lang])
        assert "events" in places(bot, sender)

        assert keys(await chat.say(WORDS["forget"][lang])) == ["forget-sure"]
        assert keys(await chat.tap("forget_me", of="forget-sure")) == ["forgotten"]
        await until_gone(bot, WORDS["mark"][lang], set())
        await until_gone(bot, sender, {"forgotten", "turn"})
        assert not places(bot, "13988074321") | places(bot, "139 8807 4321")
        assert places(bot, name) == {"address"}, "where the last word went"
        assert {"ticket", "ticket_event"} <= places(bot, opened["facts"]["ref"])

        before = len(chat.said)
        assert keys(await chat.say(WORDS["copy"][lang])) == ["export-started"]
        ready = await chat.hears("export-ready", before)
        told = json.loads(zipfile.ZipFile(ready["file"]).read("my-data.json"))
        assert told["tickets"] == []

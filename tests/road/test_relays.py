"""A talk with a person over real Rasa, in both languages, from the call to the goodbye."""

from __future__ import annotations

import asyncio

import pytest

from tests.road.chat import Chat, keys
from tests.road.process import BotProcess
from tests.road.test_conversations import WORDS, person, resident

pytestmark = pytest.mark.slow

ASK = {"zh": "我要找人工", "en": "I want to talk to a person"}
MEANWHILE = {"zh": "我的卡被锁了", "en": "my card was swallowed"}
QUESTION = {"zh": "是哪家银行的卡？", "en": "which bank is it?"}
ANSWER = {"zh": "海湾银行的", "en": "Harbour Bank"}
GOODBYE = {"zh": "谢谢，再见", "en": "thanks, bye"}


@pytest.mark.parametrize("lang", ("zh", "en"))
async def test_a_person_is_called_taken_talked_with_and_thanked(bot: BotProcess, lang: str) -> None:
    one, two = (Chat(bot.socket, person(), "coordinator", lang) for _ in range(2))
    async with one, two, resident(bot, lang) as chat:
        # In the middle of a report: its words go along, and its question is over.
        assert keys(await chat.say(WORDS["lamp"][lang])) == ["ask-place"]
        told = await chat.say(ASK[lang])
        assert keys(told) == ["relay-waiting"], told
        assert told[0]["lang"] == lang
        assert keys(await chat.say(MEANWHILE[lang])) == ["relay-kept"]
        call = await one.hears("relay-waits")
        await two.hears("relay-waits")
        assert WORDS["lamp"][lang] in call["text"]

        tapped = await asyncio.gather(one.tap("take_relay"), two.tap("take_relay"))
        first = [keys(each)[0] for each in tapped]
        assert sorted(first) == ["relay-taken", "relay-yours"]
        winner = one if first[0] == "relay-yours" else two
        await chat.hears("relay-open")
        given = await winner.hears("relay-words")
        assert MEANWHILE[lang] in given["text"]

        assert set(keys(await winner.say(QUESTION[lang]))) <= {"digest"}
        assert QUESTION[lang] in (await chat.hears("relay-words"))["text"]
        before = len(winner.said)
        assert keys(await chat.say(ANSWER[lang])) == []
        assert ANSWER[lang] in (await winner.hears("relay-words", before))["text"]

        assert keys(await chat.say(GOODBYE[lang])) == ["relay-ended"]
        assert GOODBYE[lang] in (await winner.hears("relay-ended-by"))["text"]
        told = await chat.tap("relay_ticket")
        assert keys(told) == ["ticket-opened"]
        assert ANSWER[lang] not in told[0]["text"]
        # And the next matter is for the bot again, asked afresh.
        assert keys(await chat.say(WORDS["lamp"][lang])) == ["ask-place"]
        assert keys(await chat.say(WORDS["address"][lang])) == ["ticket-opened"]


@pytest.mark.parametrize("lang", ("zh", "en"))
async def test_who_changes_their_mind_leaves_the_line(bot: BotProcess, lang: str) -> None:
    async with (
        Chat(bot.socket, person(), "coordinator", lang) as chief,
        resident(bot, lang) as chat,
    ):
        assert keys(await chat.say(ASK[lang])) == ["relay-waiting"]
        await chief.hears("relay-waits")
        assert keys(await chat.tap("end_relay")) == ["relay-left"]
        assert keys(await chief.tap("take_relay")) == ["relay-gone"]

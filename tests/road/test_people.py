"""Joining, helping, inviting and leaving in one's own words, in both languages, over real Rasa."""

from __future__ import annotations

import pytest

from tests.road.chat import Chat, keys
from tests.road.process import BotProcess
from tests.road.test_conversations import LANGUAGES, person, resident

pytestmark = pytest.mark.slow

WORDS = {
    "join": {"zh": "我想当志愿者", "en": "I'd like to become a volunteer"},
    "skill": {"zh": "我会做饭", "en": "cooking"},
    "where": {"zh": "和平社区", "en": "Heping Community"},
    "when": {
        "zh": "我工作日晚上六点以后有空，周一不行",
        "en": "I'm free on weekdays after 6 pm, but not on Mondays",
    },
    "away": {"zh": "下周出差，先别给我派任务", "en": "I'm away next week, no tasks please"},
    "back": {"zh": "我回来了，可以恢复派任务", "en": "I'm back again, you can send me tasks"},
    "invite": {
        "zh": "给路灯管理所的新同事开个邀请码",
        "en": "invite someone from the lighting division",
    },
    "people": {"zh": "看看都有谁", "en": "who is on the team?"},
    "leave": {"zh": "我不想当志愿者了", "en": "I no longer want to be a volunteer"},
    "yes": {"zh": "是的", "en": "yes"},
}


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_from_the_wish_to_help_to_goodbye(bot: BotProcess, lang: str) -> None:
    def said(what: str) -> str:
        return WORDS[what][lang]

    chief = Chat(bot.socket, person(), "coordinator", lang)
    async with chief, resident(bot, lang) as wang:
        assert keys(await wang.say(said("join"))) == ["skills-which"]
        told = await wang.say(said("skill"))
        assert keys(told) == ["skills-which"]
        assert told[0]["facts"]["lines"][0]["facts"] == {"skill": "cook"}
        assert keys(await wang.tap("set_area")) == ["area-which"]
        assert keys(await wang.say(said("where"))) == ["join-asked"]
        await chief.hears("join-offer")
        assert keys(await chief.tap("vet")) == ["vet-done"]
        await wang.hears("joined-volunteer")
        told = await wang.say(said("when"))
        assert keys(told) == ["availability-noted"], told
        assert "18:00–24:00" in told[0]["text"]
        assert {"zh": "周二至周五", "en": "Tuesday to Friday"}[lang] in told[0]["text"]
        told = await wang.say(said("away"))
        assert keys(told) == ["availability-noted"], told
        assert told[0]["facts"]["lines"][-1]["key"] == "free-paused"
        told = await wang.say(said("back"))
        assert keys(told) == ["availability-noted"], told
        assert told[0]["facts"]["lines"][-1]["key"] != "free-paused"
        assert keys(await wang.say(said("leave"))) == ["leave-sure"]
        assert keys(await wang.say(said("yes"))) == ["role-left"]
        assert keys(await wang.send_tap("/list_tasks")) == ["not-for-role"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_coordinator_invites_looks_and_takes_out(bot: BotProcess, lang: str) -> None:
    name = person()
    chief = Chat(bot.socket, person(), "coordinator", lang)
    async with chief, Chat(bot.socket, name, "resident", lang) as li:
        told = await chief.say(WORDS["invite"][lang])
        assert keys(told) == ["invite-made"], told
        assert bot.url in told[0]["text"]
        code = str(told[0]["facts"]["code"])
        assert keys(await li.say(code)) == ["joined-responder"]
        assert keys(await li.say(code)) == ["code-used-by-you"]
        await chief.hears("invite-used")
        assert keys(await chief.say(WORDS["people"][lang])) == ["people"]
        number = await _role(chief, name)
        assert keys(await chief.send_tap(number)) == ["remove-sure"]
        assert keys(await chief.tap("remove_role", of="remove-sure")) == ["removed"]
        await li.hears("role-ended")
        assert keys(await li.send_tap("/queue")) == ["not-for-role"]


async def _role(chief: Chat, name: str) -> str:
    """The tap that takes somebody out, on whichever page of the list they are."""
    while True:
        buttons = chief.said[-1]["buttons"]
        found = [each["tap"] for each in buttons if name in each["label"]]
        if found:
            return str(found[-1])
        assert buttons[-1]["tap"].startswith("/people"), name
        await chief.send_tap(buttons[-1]["tap"])

"""The whole story over Telegram: three people, two languages, the real bot and real Rasa."""

from __future__ import annotations

import asyncio
import io
import subprocess
import sys
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from PIL import Image

from tests.fakes.bot_api import BotApi, Person
from tests.road.conftest import city_on_duty
from tests.road.process import ROOT, BotProcess

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

Town = tuple[BotApi, BotProcess]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    """The bot as `make run` starts it with TELEGRAM_TOKEN set, on a fake Bot API."""
    var = tmp_path_factory.mktemp("telegram")
    async with BotApi() as api:
        env = {
            "MANYHANDS_CITY": str(city_on_duty(var / "binhai")),
            "TELEGRAM_TOKEN": api.token,
            "TELEGRAM_API_URL": api.url,
            "TELEGRAM_POLL_SECONDS": "2",
        }
        bot = BotProcess(var, env)
        try:
            await asyncio.to_thread(bot.start)
            yield api, bot
        finally:
            await asyncio.to_thread(bot.stop)


def invite(bot: BotProcess, *words: str) -> str:
    """A fresh invitation's code, as an operator makes it."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "invite", *words],
        cwd=ROOT,
        env=bot.env,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split("/start ")[1].strip()


async def join(bot: BotProcess, person: Person, words: str, *invitation: str) -> None:
    """The person comes in by an invitation."""
    code = await asyncio.to_thread(invite, bot, *invitation)
    await person.say(f"/start {code}")
    await person.hears(words)


async def test_three_people_in_two_languages(town: Town) -> None:
    api, bot = town
    wang = api.person(1, "Wang", "zh-hans")
    li = api.person(2, "Li", "en")
    zhao = api.person(3, "Zhao", "zh-hans")
    await join(bot, li, "answer for", "--role", "responder", "--for", "lighting_division")
    await join(bot, zhao, "志愿者", "--role", "volunteer")

    await wang.say("路灯坏了三天了,和平小区3号楼门口很黑")
    opened = await wang.hears("路灯")
    assert len(opened.buttons) == 2
    await li.hears("street light")
    await li.tap("Accept")
    await wang.hears("路灯管理所")

    await li.tap("Ask")
    await li.hears("ask")
    await li.say("Which side of the gate?")
    asked = await wang.hears("Which side of the gate?")
    await wang.reply(asked, "大门左边")
    await li.hears("大门左边")
    await li.tap("Done")
    await wang.hears(lambda each: any("没解决" in label for row in each.buttons for label in row))
    await wang.tap("没解决")
    await wang.hears(lambda each: "重新" in each.text or "再次" in each.text)

    await wang.say("我妈一个人在家,腿摔了做不了饭,能不能帮忙送餐,阳光花园5栋")
    await wang.hears("怎样才能让里面的人知道")
    await wang.tap("请用力敲门")
    await wang.hears("志愿者")
    offer = await zhao.hears(lambda each: bool(each.buttons))
    assert "5栋" not in offer.text
    await zhao.tap(offer.buttons[0][0])
    yours = await zhao.hears("5栋")
    assert yours.buttons
    assert api.refused == []


async def test_photos_pins_and_replies(town: Town) -> None:
    api, _ = town
    ann = api.person(5, "Ann", "en")
    await ann.photo(_picture())
    await ann.hears("picture")
    await ann.say("the street lamp has been broken for three days")
    await ann.hears("Where")
    await ann.pin(36.61844, 121.22465)
    opened = await ann.hears("street light")
    await ann.reply(opened, "by the way, it is the tall one next to the bus stop")
    await ann.hears("Added to")
    await ann.say('/claim{"ref":"K7Q-4M2"}')
    await ann.hears("slash")
    assert api.refused == []


@pytest.mark.parametrize("failure", ["429", "500", "drop"])
async def test_telegram_fails_and_nothing_is_lost(town: Town, failure: str) -> None:
    api, _ = town
    person = api.person(50 + len(failure) + int(failure == "500"), "Ann", "en")
    for method in ("getUpdates", "sendMessage"):
        if failure == "drop":
            api.fail(method, times=2, way="drop")
        else:
            api.fail(method, int(failure), times=2, retry_after=1 if failure == "429" else None)
    await person.say("hello")
    await person.hears("Binhai")


def _picture(shade: int = 40) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), (shade, 60, 90)).save(out, "JPEG")
    return out.getvalue()


async def test_a_lamp_posts_code_brings_its_place_to_the_report(town: Town) -> None:
    api, _ = town
    bo = api.person(6, "Bo", "en")
    await bo.say("/start at_oak_road")
    await bo.hears("Oak Road")
    await bo.say("the street lamp has been broken for three days")
    opened = await bo.hears("is open")
    assert "Oak Road" in opened.text


async def test_an_album_and_new_words_belong_to_one_report(town: Town) -> None:
    api, _ = town
    cy = api.person(7, "Cy", "en")
    first, *_ = cy.album(
        _picture(), _picture(90), caption="the street lamp at Oak Road 12 is broken"
    )
    await cy.hears("is open")
    changed = {**first["message"], "caption": "the street lamp at Oak Road 12 flickers all night"}
    api.deliver("edited_message", {**changed, "edit_date": api.now()})
    await cy.hears("first version")
    await cy.tap("Add the new words")
    await cy.hears("Added to")
    assert sum("is open" in each.text for each in cy.screen) == 1


async def test_a_neighbour_reports_in_a_group_and_a_desk_takes_it(town: Town) -> None:
    api, bot = town
    di, eve = api.person(8, "Di", "en"), api.person(9, "Eve", "en")
    for each in (di, eve):
        await each.say("/help")
        await each.hears("You can also write")
    block = api.group(-1001, "Block 12", topics={3})
    await block.add(di)
    await block.says(di, "@manyhands_bot the street lamp has been broken for three days", 3)
    question = await block.hears("Where is it?")
    await block.reply(di, question, "和平小区3号楼")
    opened = await block.hears("is open")
    assert (opened.topic, question.topic) == (3, 3)

    lamps = api.group(-1002, "Lighting desk")
    code = await asyncio.to_thread(invite, bot, "--role", "responder", "--for", "lighting_division")
    await lamps.add(eve, start=code)
    await lamps.hears("new tickets for Binhai Lighting")
    await eve.hears("answer for Binhai Lighting")
    await di.say("the street lamp is broken at 阳光花园5栋")
    ref = (await di.hears("is open")).text.split()[1]
    await lamps.hears(ref)
    await lamps.tap(eve, "Ask")
    await eve.hears("What would you like to ask")
    await eve.say("Which side of the gate?")
    await di.hears("Which side of the gate?")
    await lamps.waits(lambda each: each.buttons == [["✓ Eve is on it"]])
    assert api.refused == []

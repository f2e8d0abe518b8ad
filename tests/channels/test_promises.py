"""One suite for every channel: what is heard, what is acknowledged, what a failure means."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels import discover
from bot.errors import Gone, NotSent, Rejected, TryLater
from bot.message import File, Heard, Point, Shown, parse_payload
from tests.channels.promises import Can, Refuses, Rig, rig_of

MODULES = list(discover())

CHANNELS = [each.NAME for each in MODULES]

JPEG = b"\xff\xd8\xff\xe0" + b"a picture" * 20

CLAIM = '/claim{"ref":"K7Q-4M2"}'

VERDICTS: dict[Refuses, type[NotSent]] = {"later": TryLater, "gone": Gone, "rejected": Rejected}


@pytest.fixture(params=CHANNELS)
async def rig(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Rig]:
    """A channel's rig, running."""
    try:
        open_rig = rig_of(request.param)
    except ModuleNotFoundError:
        pytest.skip("no rig; test_every_channel_has_a_rig fails")
    async with open_rig(tmp_path) as found:
        yield found


def needs(rig: Rig, *ways: Can) -> None:
    """Asks a promise only of a channel that can."""
    if missing := set(ways) - set(rig.can):
        pytest.skip(f"{rig.channel.name} has no way to {', '.join(sorted(missing))}")


async def heard(rig: Rig, count: int = 1) -> Heard:
    """The last of so many messages, once they were heard."""
    return (await rig.door.hears(count))[count - 1]


def test_there_are_channels() -> None:
    assert CHANNELS


@pytest.mark.parametrize("name", CHANNELS)
def test_every_channel_has_a_rig(name: str) -> None:
    assert callable(rig_of(name))


@pytest.mark.parametrize("module", MODULES, ids=CHANNELS)
def test_a_channel_has_its_three_names(module: object) -> None:
    for name in ("NAME", "Settings", "open_channel"):
        assert hasattr(module, name)


# What is heard


async def test_a_text_is_heard_with_who_where_and_when(rig: Rig) -> None:
    await rig.write("The street light is out. 路灯坏了")
    found = await heard(rig)
    assert found.text == "The street light is out. 路灯坏了"
    assert found.address == rig.address
    assert found.address.channel == rig.channel.name
    assert found.message_id
    assert abs(found.at - datetime.now(UTC)) < timedelta(minutes=5)
    assert (found.tap, found.point, found.photo, found.reply_to, found.flaw) == (None,) * 5


async def test_a_tap_is_heard_as_a_payload(rig: Rig) -> None:
    needs(rig, "tap")
    sent = await rig.channel.send(rig.address, _lay(rig, "A task", ("I take it", CLAIM)))
    assert sent
    await rig.sees("I take it")
    await rig.tap(sent, "I take it")
    found = await heard(rig)
    assert found.tap == CLAIM
    assert parse_payload(found.tap) == ("claim", {"ref": "K7Q-4M2"})
    assert found.reply_to == sent
    assert not found.text


async def test_typed_text_is_never_a_payload(rig: Rig) -> None:
    await rig.write(CLAIM)
    found = await heard(rig)
    assert (found.text, found.tap) == (CLAIM, None)


async def test_a_start_link_is_text(rig: Rig) -> None:
    await rig.write("/start invite-7")
    found = await heard(rig)
    assert (found.text, found.tap) == ("/start invite-7", None)


async def test_a_place_is_heard(rig: Rig) -> None:
    needs(rig, "point")
    await rig.pin(31.2304, 121.4737)
    assert (await heard(rig)).point == Point(31.2304, 121.4737)


async def test_a_picture_is_kept_and_heard_by_its_id(rig: Rig) -> None:
    needs(rig, "photo")
    await rig.photograph(JPEG, "")
    found = await heard(rig)
    assert found.photo is not None
    assert rig.door.photos[found.photo] == JPEG
    assert found.flaw is None


async def test_the_words_below_a_picture_are_its_text(rig: Rig) -> None:
    needs(rig, "photo", "caption")
    await rig.photograph(JPEG, "Look at this")
    found = await heard(rig)
    assert found.text == "Look at this"
    assert found.photo


async def test_a_picture_that_cannot_be_read_is_a_flaw_not_a_loss(rig: Rig) -> None:
    needs(rig, "photo", "caption")
    await rig.photograph(b"no picture at all", "Look at this")
    found = await heard(rig)
    assert (found.photo, found.flaw, found.text) == (None, "bad-photo", "Look at this")


async def test_an_answer_to_our_message_names_it(rig: Rig) -> None:
    needs(rig, "reply")
    sent = await rig.channel.send(rig.address, _lay(rig, "Which floor?"))
    await rig.channel.send(rig.address, _lay(rig, "And another thing"))
    await rig.write("The third", reply_to=sent)
    assert (await heard(rig)).reply_to == sent


async def test_messages_are_heard_in_their_order(rig: Rig) -> None:
    words = [f"line {number}" for number in range(12)]
    for each in words:
        await rig.write(each)
    assert [each.text for each in await rig.door.hears(12)] == words


# What is acknowledged


async def test_nothing_is_acknowledged_before_it_is_kept(rig: Rig) -> None:
    with rig.door.hold():
        await rig.write("Keep me")
        await rig.door.is_asked()
        assert rig.taken() == 0
        assert rig.door.heard == []
    await rig.until_taken(1)
    assert [each.text for each in rig.door.heard] == ["Keep me"]


async def test_what_could_not_be_kept_comes_again_as_the_same_message(rig: Rig) -> None:
    needs(rig, "again")
    rig.door.fail(times=2)
    await rig.write("Keep me")
    await rig.until_taken(1)
    assert [each.text for each in rig.door.heard] == ["Keep me"]
    assert len({each.message_id for each in rig.door.asked}) == 1
    assert len(rig.door.asked) == 3


async def test_a_picture_that_could_not_be_kept_comes_again(rig: Rig) -> None:
    needs(rig, "again", "photo")
    rig.door.fail(what="keep_photo")
    await rig.photograph(JPEG, "")
    await rig.until_taken(1)
    assert [bool(each.photo) for each in rig.door.heard] == [True]


async def test_the_same_message_twice_is_one_message(rig: Rig) -> None:
    needs(rig, "again")
    await rig.write("Only once")
    await rig.until_taken(1)
    await rig.again()
    await rig.until_taken(2)
    assert len(rig.door.heard) == 1


async def test_the_same_words_twice_are_two_messages(rig: Rig) -> None:
    await rig.write("Hello")
    await rig.write("Hello")
    assert len(await rig.door.hears(2)) == 2


async def test_an_outage_of_the_platform_is_survived(rig: Rig) -> None:
    needs(rig, "outage")
    await rig.outage()
    await rig.write("Still there?")
    assert (await heard(rig)).text == "Still there?"


# What is sent


async def test_a_text_is_seen(rig: Rig) -> None:
    await rig.channel.send(rig.address, _lay(rig, "Your ticket is open. 已受理"))
    await rig.sees("Your ticket is open. 已受理")


async def test_a_photo_is_sent_with_its_words(rig: Rig) -> None:
    photo = await rig.door.door.keep_photo(JPEG)
    shown = rig.door.shown("The lamp", photo=photo)
    await rig.channel.send(rig.address, rig.door.lay(rig.address, shown))
    await rig.sees("The lamp")


async def test_a_file_is_sent_with_its_words(rig: Rig) -> None:
    rig.door.files[rig.address, "f1"] = File("my-data.zip", b"PK and more")
    shown = rig.door.shown("All that I know", file="f1")
    await rig.channel.send(rig.address, rig.door.lay(rig.address, shown))
    await rig.sees("All that I know")


async def test_a_question_for_a_place_is_seen(rig: Rig) -> None:
    shown = rig.door.shown("Where is it?", ask="place")
    await rig.channel.send(rig.address, rig.door.lay(rig.address, shown))
    await rig.sees("Where is it?")


async def test_a_very_long_text_is_seen_to_its_end(rig: Rig) -> None:
    text = "\n".join(f"{number}. One more line of a long digest" for number in range(300))
    await rig.channel.send(rig.address, _lay(rig, f"{text}\nthe very end"))
    await rig.sees("0. One more")
    await rig.sees("the very end")


@pytest.mark.parametrize("how", VERDICTS)
async def test_a_refusal_becomes_our_verdict(rig: Rig, how: Refuses) -> None:
    needs(rig, "refuses")
    await rig.refuse(how)
    with pytest.raises(VERDICTS[how]) as raised:
        await rig.channel.send(rig.address, _lay(rig, "Hello"))
    if isinstance(raised.value, TryLater):
        assert raised.value.after == 7


async def test_after_a_refusal_the_next_message_is_sent(rig: Rig) -> None:
    needs(rig, "refuses")
    await rig.refuse("rejected")
    with pytest.raises(Rejected):
        await rig.channel.send(rig.address, _lay(rig, "Hello"))
    await rig.channel.send(rig.address, _lay(rig, "Hello again"))
    await rig.sees("Hello again")


async def test_a_spent_button_shows_what_was_chosen(rig: Rig) -> None:
    needs(rig, "tap", "spend")
    sent = await rig.channel.send(rig.address, _lay(rig, "A task", ("I take it", CLAIM)))
    assert sent
    await rig.channel.spend(rig.address, sent, "Chosen by you")
    await rig.sees("Chosen by you")
    await rig.channel.spend(rig.address, sent, "Chosen by you")


# What is not told


async def test_no_secret_is_in_a_log_or_an_error(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told = [repr(rig.channel), str(vars(rig.channel)) if hasattr(rig.channel, "__dict__") else ""]
    rig.door.fail()
    await rig.write("Hello")
    if "again" in rig.can:
        await rig.until_taken(1)
    if "outage" in rig.can:
        await rig.outage()
    for how in VERDICTS if "refuses" in rig.can else ():
        await rig.refuse(how)
        with pytest.raises(NotSent) as raised:
            await rig.channel.send(rig.address, _lay(rig, "Hello"))
        told += [repr(raised.value), str(raised.value), repr(raised.value.__cause__)]
    for record in caplog.records:
        told += [record.getMessage(), repr(record.args), record.exc_text or ""]
    for secret in rig.secrets:
        assert secret
        assert not [each for each in told if secret in each]


async def test_no_word_of_a_person_is_in_a_log(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    rig.door.fail()
    await rig.write("xylophone under the bridge")
    await rig.door.is_asked()
    await rig.write("xylophone again")
    await rig.door.hears()
    await rig.channel.send(rig.address, _lay(rig, "xylophone noted"))
    assert "xylophone" not in caplog.text


def _lay(rig: Rig, text: str, *buttons: tuple[str, str]) -> Shown:
    """A message to send, laid first where the door finds it, as the outbox would."""
    rows = [buttons] if buttons else []
    return rig.door.lay(rig.address, rig.door.shown(text, *rows))

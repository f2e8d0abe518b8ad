"""Never lost, never twice, in order; and still there when parts fail."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from bot.core.people import Role
from bot.errors import Gone, Rejected, TryLater
from bot.message import Address, Point
from bot.store import Tx, people, tickets
from bot.store.tables import InboxRow
from bot.verbs import Ask, do
from tests.conftest import administer
from tests.fakes.rasa import echo
from tests.inbox.conftest import Mailroom


async def test_a_message_is_answered_once_however_often_it_is_heard(mailroom: Mailroom) -> None:
    ids = [await mailroom.hear("ann", "hello there", message_id="x1") for _ in range(3)]
    assert len(set(ids)) == 1
    async with mailroom.worker():
        await mailroom.until(lambda: mailroom.platform.keys("ann") == ["stopped"])
        await mailroom.hear("ann", "hello there", message_id="x1")
        await mailroom.hear("ann", "next", message_id="x2")
        await mailroom.until(lambda: mailroom.platform.texts("ann") == ["hello there", "next"])


async def test_a_message_heard_twice_at_the_same_time_is_one(mailroom: Mailroom) -> None:
    ids = await asyncio.gather(
        *(mailroom.hear("ann", "hello there", message_id="x1") for _ in range(8))
    )
    assert len(set(ids)) == 1


async def test_a_conversation_is_answered_in_order_and_nobody_waits_for_another(
    mailroom: Mailroom,
) -> None:
    mailroom.rasa.hold = asyncio.Event()
    for text in ("slow one", "two words", "three words"):
        await mailroom.hear("ann", text)
    await mailroom.hear("bob", "quick one")
    async with mailroom.worker():
        await mailroom.until(lambda: mailroom.platform.texts("bob") == ["quick one"])
        assert mailroom.platform.texts("ann") == []
        mailroom.rasa.hold.set()
        expected = ["slow one", "two words", "three words"]
        await mailroom.until(lambda: mailroom.platform.texts("ann") == expected)


async def test_a_noisy_person_starves_nobody(mailroom: Mailroom) -> None:
    for number in range(25):
        await mailroom.hear("ann", f"noise {number}")
    await mailroom.hear("bob", "one question")
    async with mailroom.worker():
        await mailroom.until(lambda: bool(mailroom.platform.texts("bob")))
        assert len(mailroom.platform.texts("ann")) < 25
        await mailroom.until(lambda: len(mailroom.platform.texts("ann")) == 25)
    assert mailroom.platform.texts("ann") == [f"noise {n}" for n in range(25)]


async def test_while_rasa_is_away_words_are_kept_and_the_person_is_told_once(
    mailroom: Mailroom,
) -> None:
    mailroom.rasa.down = True
    await mailroom.hear("ann", "the lamp is broken")
    await mailroom.hear("ann", "and the bins are full")
    async with mailroom.worker():
        await mailroom.until(lambda: mailroom.platform.keys("ann") == ["kept"])
        mailroom.rasa.down = False
        texts = ["None", "the lamp is broken", "and the bins are full"]
        await mailroom.until(lambda: mailroom.platform.texts("ann") == texts)
    assert mailroom.platform.keys("ann") == ["kept", "stopped", "stopped"]


async def test_taps_work_while_rasa_is_away(mailroom: Mailroom) -> None:
    mailroom.rasa.down = True
    await mailroom.hear("ann", "the lamp is broken")
    async with mailroom.worker():
        await mailroom.until(lambda: "kept" in mailroom.platform.keys("ann"))
        await mailroom.hear("ann", tap="/list_tickets")
        await mailroom.until(lambda: "no-tickets" in mailroom.platform.keys("ann"))


async def test_danger_to_life_is_answered_while_rasa_is_away(mailroom: Mailroom) -> None:
    mailroom.rasa.down = True
    await mailroom.hear("ann", "there is a strong smell of gas in our stairwell")
    async with mailroom.worker():
        await mailroom.until(lambda: "kept" in mailroom.platform.keys("ann"))
    first = mailroom.platform.sent["ann"][0]
    assert first.key == "emergency"
    assert "119" in first.text


async def test_words_that_wait_too_long_go_to_a_person(mailroom: Mailroom) -> None:
    mailroom.rasa.down = True
    await mailroom.hear("ann", "the lamp is broken")
    async with mailroom.worker():
        await mailroom.until(lambda: "kept" in mailroom.platform.keys("ann"))
        mailroom.ahead = timedelta(minutes=31)
        await mailroom.until(lambda: "person-called" in mailroom.platform.keys("ann"))
    async with mailroom.store.read() as tx:
        assert [each.text for each in await tickets.every(tx)] == ["the lamp is broken"]


async def test_a_turn_that_rasa_saved_is_not_asked_again(mailroom: Mailroom) -> None:
    mailroom.rasa.die_after_hearing = 1
    await mailroom.hear("ann", "hello there")
    async with mailroom.worker():
        await mailroom.until(lambda: "stopped" in mailroom.platform.keys("ann"))
    assert [each["text"] for each in mailroom.rasa.asked] == ["hello there"]
    assert mailroom.platform.keys("ann").count("stopped") == 1


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "empty-message"),
        ("\u200b\u0007", "empty-message"),
        ("🙂🙂", "only-emoji"),
        ('/claim{"ref":"K7Q-4M2"}', "slash-order"),
        ("/restart", "slash-order"),
        ("/session_start now", "slash-order"),
    ],
)
async def test_odd_messages_get_one_sentence_and_never_reach_rasa(
    mailroom: Mailroom, text: str, key: str
) -> None:
    await mailroom.hear("ann", text)
    async with mailroom.worker():
        await mailroom.until(lambda: mailroom.platform.keys("ann") == [key])
    assert mailroom.rasa.asked == []


@pytest.mark.parametrize(
    "tap", ["/open_ticket", "nonsense", "/report{broken", "/keep_photo", "x" * 900, '/exec{"a":1}']
)
async def test_a_tap_that_no_button_carries_does_nothing(mailroom: Mailroom, tap: str) -> None:
    await mailroom.hear("ann", tap=tap)
    async with mailroom.worker():
        await mailroom.until(lambda: mailroom.platform.keys("ann") == ["tap-unknown"])


async def test_a_long_message_is_read_in_part_and_kept(mailroom: Mailroom) -> None:
    await mailroom.hear("ann", "the lamp is broken " * 400)
    async with mailroom.worker():
        await mailroom.until(lambda: mailroom.platform.keys("ann") == ["too-long", "stopped"])
    assert len(mailroom.rasa.asked[0]["text"]) == 4000


async def test_words_in_a_language_that_nobody_here_speaks_are_answered_so(
    mailroom: Mailroom,
) -> None:
    await mailroom.hear("ann", "latarnia na naszej ulicy nie świeci od trzech dni i nic nie widać")
    async with mailroom.worker():
        await mailroom.until(lambda: mailroom.platform.keys("ann") == ["language-not-spoken"])


async def test_the_persons_language_follows_what_they_write(mailroom: Mailroom) -> None:
    async with mailroom.worker():
        for number, text in enumerate(["hello there my friend", "我的工单怎么样了"], 1):
            await mailroom.hear("ann", text)
            await mailroom.until(lambda n=number: len(mailroom.platform.keys("ann")) == n)  # type: ignore[misc]
    assert [each.language for each in mailroom.platform.sent["ann"]] == ["en", "zh"]


async def test_a_platform_that_asks_for_patience_gets_it_and_others_go_on(
    mailroom: Mailroom,
) -> None:
    mailroom.platform.verdicts["ann"] = [TryLater(0.3), TryLater(0.1)]
    await mailroom.hear("ann", "one word")
    await mailroom.hear("ann", "two words")
    await mailroom.hear("bob", "other words")
    async with mailroom.worker():
        await mailroom.until(lambda: bool(mailroom.platform.texts("bob")))
        await mailroom.until(lambda: mailroom.platform.texts("ann") == ["one word", "two words"])


async def test_who_wants_to_die_is_given_the_care_line_and_a_person(mailroom: Mailroom) -> None:
    await mailroom.hear("ann", "i want to kill myself")
    async with mailroom.worker():
        await mailroom.until(lambda: mailroom.platform.keys("ann") == ["care", "person-called"])
    async with mailroom.store.read() as tx:
        assert [each.urgency for each in await tickets.every(tx)] == ["emergency"]


async def test_a_pin_outside_the_city_is_said_to_be_outside(mailroom: Mailroom) -> None:
    await mailroom.hear("ann", point=Point(48.85, 2.35))
    async with mailroom.worker():
        await mailroom.until(lambda: mailroom.platform.keys("ann") == ["place-outside"])
    assert mailroom.rasa.asked == []


async def test_who_blocked_us_is_not_written_to_again_until_they_write(mailroom: Mailroom) -> None:
    mailroom.platform.verdicts["ann"] = [Gone()]
    await mailroom.hear("ann", "one word")
    async with mailroom.worker():
        await mailroom.until(lambda: not mailroom.platform.verdicts["ann"])
        await mailroom.hear("bob", "next please")
        await mailroom.until(lambda: bool(mailroom.platform.texts("bob")))
        async with mailroom.store.read() as tx:
            row = await people.find_address(tx, Address("test", "ann", "ann"))
            assert row is not None
            assert not row.reachable
        await mailroom.hear("ann", "i am back")
        await mailroom.until(lambda: mailroom.platform.texts("ann") == ["i am back"])


async def test_a_message_that_is_rejected_does_not_hold_up_the_next(mailroom: Mailroom) -> None:
    mailroom.platform.verdicts["ann"] = [Rejected()]
    await mailroom.hear("ann", "one word")
    await mailroom.hear("ann", "two words")
    async with mailroom.worker():
        await mailroom.until(lambda: mailroom.platform.texts("ann") == ["two words"])


@pytest.mark.parametrize("with_redis", [False, True], ids=["database", "redis"])
async def test_two_workers_answer_each_message_once_and_in_order(
    mailroom: Mailroom, with_redis: bool, request: pytest.FixtureRequest
) -> None:
    if mailroom.store.is_sqlite:
        pytest.skip("SQLite is for one worker")
    redis = request.getfixturevalue("redis_url") if with_redis else None
    names = [f"p{n}" for n in range(5)]
    expected = [f"word {n}" for n in range(6)]
    async with mailroom.worker(redis) as one, mailroom.worker(redis):
        for text in expected:
            for name in names:
                await mailroom.hear(name, text)
            one.ring("inbox")
        done = [len(expected)] * len(names)
        await mailroom.until(lambda: [len(mailroom.platform.texts(n)) for n in names] == done)
    for name in names:
        assert mailroom.platform.texts(name) == expected


async def test_a_database_that_goes_away_for_a_while_ends_nobody(
    mailroom: Mailroom, request: pytest.FixtureRequest
) -> None:
    if mailroom.store.is_sqlite:
        pytest.skip("a file does not go away")
    base, name = request.getfixturevalue("postgres"), mailroom.store.url.database
    async with mailroom.worker():
        await mailroom.hear("ann", "one word")
        await mailroom.until(lambda: mailroom.platform.texts("ann") == ["one word"])
        doors = f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS'
        await asyncio.to_thread(administer, base, f"{doors} false")
        gone = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        await asyncio.to_thread(administer, base, gone)
        await asyncio.sleep(0.3)  # a few looks at a database that is not there
        await asyncio.to_thread(administer, base, f"{doors} true")
        await mailroom.hear("ann", "two words")
        await mailroom.until(lambda: mailroom.platform.texts("ann") == ["one word", "two words"])


async def test_a_worker_that_died_with_a_turn_in_hand_is_replaced(mailroom: Mailroom) -> None:
    if mailroom.store.is_sqlite:
        pytest.skip("SQLite is for one worker")
    mailroom.rasa.hold = asyncio.Event()
    await mailroom.hear("ann", "slow word")
    async with mailroom.worker():
        await mailroom.until(lambda: True)
        await asyncio.sleep(0)
    mailroom.rasa.hold.set()
    mailroom.ahead = timedelta(seconds=90)
    async with mailroom.worker():
        await mailroom.until(lambda: mailroom.platform.texts("ann") == ["slow word"])


async def test_without_redis_it_is_slower_but_not_wrong(mailroom: Mailroom) -> None:
    async with mailroom.worker("redis://127.0.0.1:1/0"):
        await mailroom.hear("ann", "one word")
        await mailroom.until(lambda: mailroom.platform.texts("ann") == ["one word"])


async def test_buttons_of_an_offer_that_is_taken_look_spent(mailroom: Mailroom) -> None:
    for name in ("ann", "vic", "wim"):
        await mailroom.hear(name, tap="/greet")
    async with mailroom.worker():
        await mailroom.until(lambda: len(mailroom.platform.sent) == 3)
        for name in ("vic", "wim"):
            await mailroom.become(name, Role.VOLUNTEER)
        async with mailroom.store.write() as tx:
            row = await people.find_address(tx, Address("test", "ann", "ann"))
            assert row is not None
            await _open_meal(mailroom, tx, row.person)
        await mailroom.until(lambda: "offer-volunteer" in mailroom.platform.keys("wim"))
        await mailroom.until(lambda: "offer-volunteer" in mailroom.platform.keys("vic"))
        offers = {n: mailroom.platform.sent[n][-1] for n in ("vic", "wim")}
        await mailroom.hear("vic", tap=offers["vic"].buttons[0][0].tap)
        await mailroom.until(lambda: f"m{offers['wim'].id}" in mailroom.platform.spent)


async def _open_meal(mailroom: Mailroom, tx: Tx, person: str) -> None:
    place = {"text": "Oak Road 12", "area": "heping"}
    facts = {"category": "meal_delivery", "text": "lunch for my mother", "place": place}
    await do(tx, mailroom.city, Ask("open_ticket", facts, person, None, mailroom.now()))


def broken(asked: Mapping[str, Any]) -> list[dict[str, Any]]:
    """An answer that cannot be laid, for words that are poison."""
    if "poison" in asked["text"]:
        return [{"say": "stopped", "facts": {}, "buttons": [[{"no": "label"}]]}]
    return echo(asked)


async def test_a_message_that_always_fails_goes_to_a_person_and_the_next_is_answered(
    mailroom: Mailroom,
) -> None:
    mailroom.rasa.answer = broken
    await mailroom.hear("ann", "some poison")
    await mailroom.hear("ann", "and good words")

    def answered() -> bool:
        mailroom.ahead += timedelta(seconds=5)
        return "and good words" in mailroom.platform.texts("ann")

    async with mailroom.worker():
        await mailroom.until(answered)
    assert mailroom.platform.keys("ann") == ["person-called", "stopped"]
    async with mailroom.store.read() as tx:
        assert [each.text for each in await tickets.every(tx)] == ["some poison"]


async def test_a_message_that_cannot_even_be_read_holds_up_nobody(mailroom: Mailroom) -> None:
    inbox = await mailroom.hear("ann", "first words")
    async with mailroom.store.write() as tx:
        row = await tx.get(InboxRow, inbox)
        assert row is not None
        row.heard = {"text": ["no", "text"]}
        tx.add(row)
    await mailroom.hear("ann", "and good words")

    def answered() -> bool:
        mailroom.ahead += timedelta(seconds=5)
        return bool(mailroom.platform.texts("ann"))

    async with mailroom.worker():
        await mailroom.until(answered)
    assert mailroom.platform.texts("ann") == ["and good words"]

"""Words go straight from one person to another, in order, and Rasa hears none of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.city.times import read_hours
from bot.core.people import Role
from bot.inbox import hear
from bot.message import Address, Heard, Point, Shown
from bot.store import Tx, people, tickets
from bot.verbs import Ask, do
from tests.conftest import NOW
from tests.inbox.conftest import Mailroom

pytestmark = pytest.mark.slow


async def call(mailroom: Mailroom, who: str, text: str = "hello") -> int:
    """Somebody asks for a person; gives the relay."""
    async with mailroom.store.write() as tx:
        ask = Ask("talk_to_human", {"text": text}, await _person(tx, who), None, mailroom.now())
        return int((await do(tx, mailroom.city, ask))["relay"])


async def _person(tx: Tx, who: str) -> str:
    row = await people.find_address(tx, Address("test", who, who))
    assert row is not None
    return row.person


async def meet(mailroom: Mailroom, *who: str) -> None:
    """Everybody has written once; `chen` and `li` are coordinators."""
    for each in who:
        await mailroom.hear(each, tap="/help", name=each.title())
    await mailroom.until(lambda: all(mailroom.platform.keys(each) for each in who))
    for each in {"chen", "li"} & set(who):
        await mailroom.become(each, Role.COORDINATOR)


def said(mailroom: Mailroom, who: str) -> list[str]:
    """What somebody was told of another's words."""
    told = mailroom.platform.sent.get(who, [])
    return [each.text for each in told if each.key in ("relay-words", "relay-danger")]


def newest(mailroom: Mailroom, who: str, key: str) -> Shown:
    """The last message with a key that somebody was told."""
    return next(each for each in reversed(mailroom.platform.sent[who]) if each.key == key)


async def talk(mailroom: Mailroom, *residents: str) -> list[int]:
    """Chen talks with these residents, the last one taken last."""
    await meet(mailroom, "chen", *residents)
    numbers = []
    for each in residents:
        numbers.append(await call(mailroom, each))
        await mailroom.hear("chen", tap=f'/take_relay{{"relay":{numbers[-1]}}}')
        await mailroom.until(lambda who=each: "relay-open" in mailroom.platform.keys(who))  # type: ignore[misc]
    return numbers


async def test_two_people_write_to_each_other_in_order_without_rasa(mailroom: Mailroom) -> None:
    mailroom.rasa.down = True
    async with mailroom.worker():
        await talk(mailroom, "ann")
        for word in ("one", "two", "three", "👍"):
            await mailroom.hear("ann", word)
            await mailroom.hear("chen", f"back {word}")
        await mailroom.until(lambda: len(said(mailroom, "chen")) == 5)
        await mailroom.until(lambda: len(said(mailroom, "ann")) == 4)
    assert said(mailroom, "chen") == [
        "Ann: hello",
        *(f"Ann: {n}" for n in ("one", "two", "three", "👍")),
    ]
    assert said(mailroom, "ann") == [f"Chen: back {n}" for n in ("one", "two", "three", "👍")]
    assert mailroom.rasa.asked == []


async def test_pictures_and_places_go_along(mailroom: Mailroom) -> None:
    async with mailroom.worker():
        await talk(mailroom, "ann")
        await mailroom.hear("ann", photo="p1")
        await mailroom.hear("ann", "see", photo="p2")
        await mailroom.hear("ann", point=Point(36.6, 121.2))
        await mailroom.until(lambda: len(said(mailroom, "chen")) == 4)
    told = [each for each in mailroom.platform.sent["chen"] if each.key == "relay-words"][1:]
    assert [each.photo for each in told] == ["p1", "p2", None]
    assert [each.text for each in told] == ["Ann", "Ann: see", "Ann: 📍 36.60000, 121.20000"]


async def test_new_words_for_a_message_are_told_as_such_and_older_ones_are_not(
    mailroom: Mailroom,
) -> None:
    async with mailroom.worker():
        await mailroom.hear("ann", "long ago", message_id="a0", name="Ann")
        await mailroom.until(lambda: mailroom.platform.texts("ann") == ["long ago"])
        await talk(mailroom, "ann")
        await mailroom.hear("ann", "on Monday", message_id="a1")
        await mailroom.hear("ann", "long ago, as I said", edits="a0")
        await mailroom.hear("ann", "on Tuesday", edits="a1")
        await mailroom.until(lambda: len(said(mailroom, "chen")) == 3)
    assert said(mailroom, "chen")[1:] == ["Ann: on Monday", "Ann: ✎ on Tuesday"]


async def test_what_is_said_in_a_group_stays_there(mailroom: Mailroom) -> None:
    async with mailroom.worker():
        await talk(mailroom, "ann")
        there = Address("test", "friends", "ann")
        heard = Heard(there, "g1", NOW, text="hello all", language="en", group="Friends")
        await hear(mailroom.store, heard, mailroom.city.languages, mailroom.now())
        await mailroom.until(lambda: "hello all" in mailroom.platform.texts("friends"))
        await mailroom.hear("ann", "for you alone")
        await mailroom.until(lambda: len(said(mailroom, "chen")) == 2)
    assert said(mailroom, "chen")[1:] == ["Ann: for you alone"]


async def test_who_can_only_be_told_in_a_group_gets_a_ticket_and_no_talk(
    mailroom: Mailroom,
) -> None:
    async with mailroom.worker():
        await meet(mailroom, "chen")
        there = Address("test", "friends", "zoe")
        heard = Heard(there, "g1", NOW, text="hello all", language="en", group="Friends")
        await hear(mailroom.store, heard, mailroom.city.languages, mailroom.now())
        await mailroom.until(lambda: "hello all" in mailroom.platform.texts("friends"))
        async with mailroom.store.write() as tx:
            row = await people.find_address(tx, there)
            assert row is not None
            ask = Ask("talk_to_human", {"text": "a person"}, row.person, None, mailroom.now())
            assert (await do(tx, mailroom.city, ask))["key"] == "person-called"


@pytest.mark.parametrize("words", ["bye", "/stop", "/end", "谢谢，再见！", "Thanks, bye."])
@pytest.mark.parametrize("who", ["ann", "chen"])
async def test_either_side_ends_it_by_a_word(mailroom: Mailroom, who: str, words: str) -> None:
    async with mailroom.worker():
        await talk(mailroom, "ann")
        await mailroom.hear(who, words)
        other = "chen" if who == "ann" else "ann"
        await mailroom.until(lambda: "relay-ended-by" in mailroom.platform.keys(other))
        await mailroom.until(lambda: "relay-ended" in mailroom.platform.keys(who))
        await mailroom.hear("chen", "next matter")
        await mailroom.until(lambda: "stopped" in mailroom.platform.keys("chen"))
    assert [each["text"] for each in mailroom.rasa.asked] == ["next matter"]
    assert mailroom.rasa.asked[0]["fresh"]


async def test_words_that_only_hold_such_a_word_are_passed_on(mailroom: Mailroom) -> None:
    async with mailroom.worker():
        await talk(mailroom, "ann")
        await mailroom.hear("ann", "please stop the water first")
        await mailroom.until(lambda: "Ann: please stop the water first" in said(mailroom, "chen"))


async def test_a_coordinators_reply_goes_to_that_relay_and_else_to_the_last(
    mailroom: Mailroom,
) -> None:
    async with mailroom.worker():
        await talk(mailroom, "ann", "bob")
        await mailroom.hear("chen", "for bob")
        await mailroom.until(lambda: said(mailroom, "bob") == ["Chen: for bob"])
        ann = next(each for each in mailroom.platform.sent["chen"] if each.key == "relay-words")
        await mailroom.hear("chen", "for ann", reply_to=f"m{ann.id}")
        await mailroom.until(lambda: said(mailroom, "ann") == ["Chen: for ann"])
        await mailroom.hear("bob", "are you there")
        await mailroom.until(lambda: len(said(mailroom, "chen")) == 3)
        await mailroom.hear("chen", "yes bob")
        await mailroom.until(lambda: said(mailroom, "bob")[1:] == ["Chen: yes bob"])
    assert said(mailroom, "ann") == ["Chen: for ann"]
    assert said(mailroom, "chen")[-1].startswith("Bob · ")


async def test_commands_and_buttons_stay_verbs(mailroom: Mailroom) -> None:
    async with mailroom.worker():
        await talk(mailroom, "ann")
        await mailroom.hear("chen", "/queue")
        await mailroom.hear("ann", tap="/list_tickets")
        await mailroom.until(lambda: "queue-empty" in mailroom.platform.keys("chen"))
        await mailroom.until(lambda: "no-tickets" in mailroom.platform.keys("ann"))
    assert (said(mailroom, "ann"), said(mailroom, "chen")) == ([], ["Ann: hello"])


async def test_the_answer_to_a_question_that_a_button_opened_is_for_rasa(
    mailroom: Mailroom,
) -> None:
    async with mailroom.worker():
        await talk(mailroom, "ann")
        async with mailroom.store.write() as tx:
            row = await people.find_address(tx, Address("test", "chen", "chen"))
            assert row is not None
            row.busy = True
            tx.add(row)
        await mailroom.hear("chen", "which entrance?")
        await mailroom.until(lambda: "which entrance?" in mailroom.platform.texts("chen"))
    assert said(mailroom, "ann") == []


async def test_danger_is_answered_with_numbers_first_and_marked(mailroom: Mailroom) -> None:
    async with mailroom.worker():
        await talk(mailroom, "ann")
        await mailroom.hear("ann", "there is a strong smell of gas in our stairwell")
        await mailroom.until(lambda: "relay-danger" in mailroom.platform.keys("chen"))
        await mailroom.until(lambda: "emergency" in mailroom.platform.keys("ann"))
    assert mailroom.rasa.asked == []


async def test_while_nobody_reads_it_danger_takes_the_usual_road_too(mailroom: Mailroom) -> None:
    gas = "there is a strong smell of gas in our stairwell"
    async with mailroom.worker():
        await meet(mailroom, "chen", "ann")
        relay = await call(mailroom, "ann")
        await mailroom.hear("ann", "are you there")
        await mailroom.hear("ann", gas)
        await mailroom.until(lambda: gas in mailroom.platform.texts("ann"))
        await mailroom.hear("chen", tap=f'/take_relay{{"relay":{relay}}}')
        await mailroom.until(lambda: len(said(mailroom, "chen")) == 1)
    assert said(mailroom, "chen") == [f"Ann: hello\nare you there\n{gas}"]
    assert [each["text"] for each in mailroom.rasa.asked] == [gas]
    assert "emergency" in mailroom.platform.keys("ann")


async def test_who_wants_to_die_is_given_the_care_line_a_ticket_and_all_are_rung(
    mailroom: Mailroom,
) -> None:
    async with mailroom.worker():
        await meet(mailroom, "chen", "li", "ann")
        await mailroom.hear("ann", "i want to kill myself")
        keys = mailroom.platform.keys
        await mailroom.until(lambda: "relay-waits-urgent" in keys("chen"))
        await mailroom.until(lambda: "relay-waits-urgent" in keys("li"))
        await mailroom.until(lambda: mailroom.platform.keys("ann")[-1] == "relay-waiting-urgent")
        assert mailroom.platform.keys("ann")[-2] == "care"
        tap = newest(mailroom, "li", "relay-waits-urgent").buttons[0][0].tap
        await mailroom.hear("li", tap=tap)
        await mailroom.until(lambda: "relay-open" in mailroom.platform.keys("ann"))
        spent = newest(mailroom, "chen", "relay-waits-urgent")
        await mailroom.until(lambda: f"m{spent.id}" in mailroom.platform.spent)
    assert mailroom.platform.labels[f"m{spent.id}"] == "Li has it."
    async with mailroom.store.read() as tx:
        assert [each.urgency for each in await tickets.every(tx)] == ["emergency"]


async def test_a_coordinator_who_writes_another_language_is_still_spoken_to_in_theirs(
    mailroom: Mailroom,
) -> None:
    async with mailroom.worker():
        await talk(mailroom, "ann")
        await mailroom.hear("chen", "您好，我是协调员，请问有什么事")
        await mailroom.until(lambda: len(said(mailroom, "ann")) == 1)
        await mailroom.hear("chen", "/end")
        await mailroom.until(lambda: "relay-ended" in mailroom.platform.keys("chen"))
    assert {each.language for each in mailroom.platform.sent["chen"]} == {"en"}


async def test_off_duty_it_is_said_when_somebody_is_there(mailroom: Mailroom) -> None:
    mailroom.city = replace(mailroom.city, duty=read_hours("Sa 09:00-12:00"))
    async with mailroom.worker():
        await meet(mailroom, "chen", "ann")
        await call_off_duty(mailroom, "ann")
        await mailroom.until(lambda: "person-called-off-duty" in mailroom.platform.keys("ann"))
    assert "Saturday at 09:00" in newest(mailroom, "ann", "person-called-off-duty").text


async def call_off_duty(mailroom: Mailroom, who: str) -> None:
    """Somebody asks for a person who is not there."""
    async with mailroom.store.write() as tx:
        person = await _person(tx, who)
        await do(
            tx, mailroom.city, Ask("talk_to_human", {"text": "x"}, person, None, mailroom.now())
        )

"""What the desk tells people is said properly, with the facts that it really gives."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, select

from bot.city import City
from bot.city.times import read_hours
from bot.core.people import Role
from bot.outbox import show
from bot.store import Store
from bot.store.tables import OutboxRow
from bot.voice import FOLDER, Voice, languages
from bot.voice.catalogue import catalogue
from tests.desk.conftest import Desk
from tests.voice.test_voice import flaws

PLACE = {"text": "和平小区3号楼", "lat": 36.612, "lon": 121.214, "radius": 50, "area": "heping_1"}
OTHER = {**PLACE, "text": "Oak Road 12", "area": "yangguang"}


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'story.db'}"


@pytest.fixture
def desk(store: Store, city: City) -> Desk:
    return Desk(store, city)


Said = Callable[[Desk], Awaitable[set[str]]]


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> Said:
    """Says all that was laid, in every language; gives the keys."""

    async def say_all(desk: Desk) -> set[str]:
        told = await say(desk)
        faults = [each.getMessage() for each in caplog.records if each.name == "bot.voice"]
        assert faults == []
        return told

    return say_all


async def say(desk: Desk) -> set[str]:
    voice = Voice(desk.city.name, desk.city.zone, languages())
    async with desk.store.read() as tx:
        rows = (await tx.exec(select(OutboxRow).where(col(OutboxRow.kind) == "say"))).all()
    for row in rows:
        for language in languages():
            shown = show(voice, row, language)
            labels = [each.label for buttons in shown.buttons for each in buttons]
            assert all(labels), row.key
            assert [each for each in (shown.text, *labels) if flaws(each)] == [], row.key
    return {row.key for row in rows}


async def test_a_repair_is_told_properly_from_the_report_to_the_stars(
    desk: Desk, said: Said
) -> None:
    resident = await desk.person("王芳")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    last = await desk.person("Desk", Role.RESPONDER, "service_desk")
    ref = await desk.open(resident, place=PLACE)
    steps: tuple[tuple[str, str, dict[str, Any]], ...] = (
        (staff, "queue", {}),
        (staff, "ask_status", {}),
        (staff, "accept", {}),
        (staff, "progress", {"text": "on our way"}),
        (staff, "ask_resident", {"text": "which pole?"}),
        (resident, "ask_status", {}),
        (resident, "answer", {"text": "大门左边那根"}),
        (resident, "add_note", {"text": "still dark"}),
        (resident, "add_note", {"photo": "x"}),
        (resident, "change_place", {"place": OTHER, "text": "Oak Road 12"}),
        (staff, "resolve", {"text": "new bulb"}),
        (resident, "rate", {"solved": 0}),
        (last, "resolve", {}),
        (resident, "rate", {"solved": 1}),
        (resident, "rate", {"contacted": 1}),
        (resident, "rate", {"stars": 5}),
        (resident, "ask_status", {}),
        (resident, "list_tickets", {}),
        (resident, "cancel_ticket", {}),
    )
    for who, verb, facts in steps:
        await desk.ask(who, verb, ref=ref, **facts)
    told = await said(desk)
    assert {"ticket-opened", "ticket-resolved-words", "ticket-reopened", "rate-stars"} <= told
    assert len(told) > 25


async def test_a_task_is_told_properly_to_volunteers(desk: Desk, said: Said) -> None:
    resident = await desk.person("王芳")
    one = await desk.person("Tom", Role.VOLUNTEER)
    other = await desk.person("小赵", Role.VOLUNTEER)
    ref = await desk.open(resident, "meal_delivery", place=PLACE)
    for who, verb in (
        (one, "list_tasks"),
        (one, "ask_status"),
        (one, "claim"),
        (other, "claim"),
        (one, "list_tasks"),
        (resident, "ask_status"),
        (one, "give_back"),
        (other, "claim"),
    ):
        await desk.ask(who, verb, ref=ref)
    await desk.wait(timedelta(hours=25))
    await desk.ask(one, "claim", ref=ref)
    await desk.ask(one, "done", ref=ref, text="delivered")
    await desk.wait(timedelta(days=4))
    told = await said(desk)
    assert {"offer-volunteer", "claim-yours", "lease-ended", "ticket-closed-quietly"} <= told


async def test_what_goes_wrong_is_told_properly(desk: Desk, said: Said) -> None:
    resident = await desk.person("王芳")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    last = await desk.person("Desk", Role.RESPONDER, "service_desk")
    chief = await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(resident, place={"text": "旧磨坊旁边"}, text="")
    await desk.ask(staff, "decline", ref=ref)
    await desk.ask(staff, "decline", ref=ref, reason="out_of_area")
    await desk.ask(staff, "accept", ref=ref)
    await desk.ask(last, "decline", ref=ref, reason="not_ours")
    await desk.ask(last, "accept", ref=ref)
    await desk.wait(timedelta(days=4))
    await desk.ask(last, "decline", ref=ref, text="no crew")
    await desk.wait(timedelta(hours=5))
    for verb in ("queue", "ask_status", "accept", "digest_now", "change_kind"):
        await desk.ask(chief, verb, ref=ref)
    await desk.open(resident, "elevator", urgency="emergency", place=PLACE)
    await desk.ask(resident, "talk_to_human", text="")
    await desk.ask(resident, "cancel_ticket")
    await desk.ask(resident, "accept", ref=ref)
    await desk.ask(resident, "ask_status", ref="Z9Z-9Z9")
    await desk.ask(staff, "done")
    told = await said(desk)
    assert {"decline-why", "cannot-decline", "ticket-late", "late-alert", "digest"} <= told
    assert {"alert-emergency", "which-ticket", "not-for-role", "no-such-ticket"} <= told


async def test_a_talk_with_a_person_is_told_properly(desk: Desk, said: Said) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    other = await desk.person("小李", Role.COORDINATOR)
    one, two, three = [await desk.person(name) for name in ("王芳", "Tom Lee", "赵")]
    for number, who in enumerate((one, two, three), 1):
        await desk.ask(who, "talk_to_human", text="门卡坏了")
        await desk.ask(who, "relay_words", relay=number, text="since Monday")
        desk.now += timedelta(seconds=9)
    for who, verb, facts in (
        (other, "relay_words", {"relay": 1, "text": "hi", "reply": "relay-waits"}),
        (chief, "take_relay", {"relay": 1}),
        (other, "take_relay", {"relay": 1}),
        (chief, "take_relay", {"relay": 2}),
        (one, "relay_words", {"relay": 1, "text": "", "photo": "p1"}),
        (two, "relay_words", {"relay": 2, "text": "it burns", "danger": True}),
        (chief, "take_relay", {"relay": 1}),
        (chief, "relay_words", {"relay": 1, "text": "哪张卡？"}),
        (one, "talk_to_human", {"text": ""}),
        (chief, "relay_ticket", {"relay": 1}),
        (one, "relay_ticket", {"relay": 1}),
        (one, "end_relay", {"text": "谢谢，再见"}),
        (one, "relay_words", {"relay": 1, "text": "hi", "reply": "relay-words"}),
        (one, "end_relay", {"relay": 1}),
        (one, "end_relay", {}),
        (one, "talk_to_human", {"text": "不想活了", "urgency": "emergency"}),
        (other, "talk_to_human", {"text": "me"}),
        (other, "take_relay", {"relay": 5}),
        (other, "end_relay", {}),
        (chief, "take_relay", {"relay": 5}),
    ):
        await desk.ask(who, verb, **facts)
    told = await said(desk)  # calls that are answered are told in other words
    await desk.wait(timedelta(minutes=16))
    await desk.wait(timedelta(hours=1))
    desk.city = replace(desk.city, duty=read_hours("Su 09:00-12:00"))
    await desk.ask(three, "cancel_ticket")
    await desk.ask(three, "talk_to_human", text="hello")
    told |= await said(desk)
    wanted = {key for key in catalogue(FOLDER / "en.ftl").wanted if key.startswith("relay-")}
    nested = {"relay-named", "relay-neighbour", "relay-somebody", "relay-somebody-says"}
    nested |= {"relay-one-tap", "relay-goes-on", "relay-has-it", "relay-is-ticket"}
    assert wanted - nested - told == set()
    assert "person-called-off-duty" in told


@pytest.mark.parametrize("role", Role)
async def test_a_talk_without_a_ticket_is_told_properly(desk: Desk, said: Said, role: Role) -> None:
    person = await desk.person("王芳", role, "service_desk" if role is Role.RESPONDER else "")
    for verb in ("greet", "help", "goodbye", "thanks", "chitchat", "out_of_scope", "privacy"):
        await desk.ask(person, verb)
    for verb in ("stop", "later", "set_language", "keep_photo", "list_tickets"):
        await desk.ask(person, verb)
    await desk.ask(person, "keep_place", place=PLACE)
    await desk.ask(person, "keep_place", place=PLACE, ref="K7Q-4M2")
    await desk.ask(person, "keep_place", place=None)
    await desk.ask(person, "join_by_code", code="x")
    readings = [{"intent": "report", "category": "garbage"}, {"intent": "ask_status"}]
    await desk.ask(person, "not_sure", readings=readings)
    assert {f"welcome-{role}", f"help-{role}", "not-understood"} <= await said(desk)


async def test_what_is_asked_besides_and_reported_for_others_is_told_properly(
    desk: Desk, said: Said
) -> None:
    resident, neighbour = await desk.person("王芳"), await desk.person("Zhao")
    clerk = await desk.person("Qian", Role.RESPONDER, "service_desk")
    helper = await desk.person("Zhou", Role.VOLUNTEER)
    await desk.person("Chen", Role.COORDINATOR)
    for whom in ("mother", "somebody"):
        await desk.ask(resident, "for_another", for_whom=whom)
        await desk.ask(resident, "for_another", for_whom=whom, going=1)
    answers = [
        {"question": "when", "text": "Friday at nine"},
        {"question": "walks", "answer": "chair"},
        {"question": "at_door", "answer": "write"},
    ]
    ref = await desk.open(resident, "escort_to_clinic", answers=answers, for_whom="mother")
    await desk.ask(helper, "claim", ref=ref)
    lift = await desk.open(resident, "elevator", place=PLACE, for_whom="somebody")
    await desk.ask(neighbour, "follow_ticket", ref=lift)
    await desk.ask(neighbour, "follow_ticket", ref=lift)
    await desk.ask(neighbour, "follow_ticket", ref=ref)
    await desk.ask(neighbour, "follow_ticket")
    await desk.ask(resident, "follow_ticket", ref=lift)
    await desk.person("Sun", Role.RESPONDER, str((await desk.ticket(lift)).owner))
    await desk.ask(resident, "add_answer", ref=lift, to="trapped.yes")
    await desk.wait(timedelta(days=2))
    await desk.ask(resident, "cancel_ticket", ref=lift)
    await desk.ask(neighbour, "unfollow", ref=lift)
    await desk.ask(clerk, "file_for")
    facts: dict[str, Any] = {"category": "garbage", "text": "满了", "place": PLACE}
    draft = (await desk.ask(clerk, "file_draft", **facts, source="phone"))["draft"]
    await desk.ask(clerk, "file_kind", draft=draft)
    filed = (await desk.ask(clerk, "file_right", draft=draft))["ref"]
    await desk.ask(clerk, "file_drop", draft=draft)
    draft = (await desk.ask(clerk, "file_draft", **facts))["draft"]
    await desk.ask(clerk, "file_drop", draft=draft)
    owner = (await desk.ticket(filed)).owner
    staff = await desk.person("Hu", Role.RESPONDER, str(owner))
    await desk.ask(staff, "resolve", ref=filed)
    await desk.wait(timedelta(days=4))
    told = await said(desk)
    assert {"for-another", "for-another-noted", "detail-new", "emergency", "filed"} <= told
    assert {"followed", "followed-already", "followed-news", "followed-end"} <= told
    assert {"follow-none", "follow-own", "follow-which", "unfollowed"} <= told
    assert {"file-read-back", "file-which-kind", "file-dropped", "file-gone"} <= told
    assert {"filed-resolved", "filed-closed"} <= told


async def test_simple_speech_and_the_digests_settings_are_told_properly(
    desk: Desk, said: Said
) -> None:
    person = await desk.person("Chen", Role.COORDINATOR)
    for on in (1, 0):
        await desk.ask(person, "elder_mode", on=on)
    await desk.ask(person, "digest_settings", hour=7, off="56")
    await desk.ask(person, "digest_settings", hour=6, minute=30)
    await desk.ask(person, "digest_settings", off="0123456")
    ref = await desk.open(person)
    await desk.ask(person, "change_kind", ref=ref)
    await desk.ask(person, "more", of=(await desk.rows(person))[-1].id)
    told = await said(desk)
    assert {"simple-on", "simple-off", "more-choices"} <= told
    assert {"digest-set-days", "digest-set-hour", "digest-off"} <= told


async def test_who_comes_and_who_goes_is_told_properly(desk: Desk, said: Said) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    wang = await desk.person("王芳")
    steps: tuple[tuple[str, str, dict[str, Any]], ...] = (
        (wang, "join", {"text": "I have a code"}),
        (wang, "join", {}),
        (wang, "set_skill", {"skill": "cook"}),
        (wang, "set_area", {}),
        (wang, "set_area", {"place": {"area": None}}),
        (wang, "set_area", {"area": "haiwan"}),
        (wang, "join", {}),
        (chief, "people", {}),
        (chief, "vet", {"role": 2, "yes": 1}),
        (chief, "vet", {"role": 2, "yes": 0}),
        (wang, "join", {}),
        (wang, "set_availability", {"text": "Mo-We 9-12, evenings on Fridays and Sundays"}),
        (wang, "set_availability", {"text": "from 6 pm every day"}),
        (wang, "set_availability", {"text": "something else"}),
        (wang, "set_availability", {"ask": "hours"}),
        (wang, "set_availability", {"ask": "pause"}),
        (wang, "set_availability", {"days": 30}),
        (wang, "leave", {}),
        (chief, "invite", {}),
        (chief, "invite", {"role": "responder"}),
        (chief, "invite", {"for": "service_desk", "area": "heping_1"}),
        (chief, "invite", {"role": "coordinator"}),
        (chief, "remove_role", {"role": 1, "yes": 1}),
        (chief, "remove_role", {"role": 9}),
        (chief, "leave", {}),
        (wang, "people", {}),
    )
    for who, verb, facts in steps:
        await desk.ask(who, verb, **facts)
    code = str((await desk.rows(chief))[-5].facts.get("code"))
    for who in (wang, wang, chief):
        await desk.ask(who, "join_by_code", code=code)
    await desk.ask(wang, "greet")
    await desk.ask(wang, "help")
    for role in ("2", "3"):
        await desk.ask(chief, "remove_role", role=int(role))
        await desk.ask(chief, "remove_role", role=int(role), yes=1)
    await desk.ask(wang, "leave")
    told = await said(desk)
    assert {"join-offer", "join-asked", "people", "invite-made", "remove-sure"} <= told
    assert {"role-ended", "removed", "role-gone", "last-coordinator", "leave-sure"} <= told
    assert {"code-used-by-you", "welcome-many", "free-which", "pause-which"} <= told
    assert {"joined-worker", "invite-used", "leave-nothing"} <= told

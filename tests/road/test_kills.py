"""Any process killed at any moment: each message is answered and each fact told, once."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import aiohttp
import psutil
import pytest
import pytest_asyncio

from bot.children import Child
from bot.children.beside import beside
from bot.city import load
from bot.voice import Voice
from tests.conftest import NOW
from tests.fakes.bot_api import BotApi, Person
from tests.road.conftest import city_on_duty
from tests.road.gate import Gate
from tests.road.process import ROOT, BotProcess

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

CITY = load(ROOT / "city")
VOICE = Voice(CITY.name, CITY.zone, CITY.languages)
KEPT, NO_TICKETS, WHERE = (
    VOICE.say("en", key, {}, NOW) for key in ("kept", "no-tickets", "ask-place")
)
REPORT = "the street lamp on Oak Road 12 has been out for three days"


class Room:
    """Rasa and the action server as processes of the test, so that the bot alone can be killed."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._children: dict[str, Child] = {}

    def start(self, actions_gate: str) -> dict[str, str]:
        """Starts both; Rasa reaches the actions through the gate. Gives the bot's settings."""
        env = {
            **os.environ,
            "MANYHANDS_VAR": str(self.var),
            "MANYHANDS_CITY": str(city_on_duty(self.var / "binhai")),
            "RASA_TOKEN": secrets.token_hex(8),
        }
        self.actions = beside(ROOT, self.var, {**env, "RASA_URL": "http://elsewhere"})
        self.rasa = beside(ROOT, self.var, {**env, "ACTIONS_URL": f"{actions_gate}/webhook"})
        for child in (*self.actions.children, *self.rasa.children):
            self._children[child.name] = child
            self.run(child.name)
        told = {name: env[name] for name in ("RASA_TOKEN", "MANYHANDS_CITY")}
        return {**told, "RASA_URL": self.rasa.env["RASA_URL"]}

    def run(self, name: str) -> None:
        """Starts one of them (again)."""
        child = self._children[name]
        with (self.var / f"{name}.out").open("ab") as out:
            self._processes[name] = subprocess.Popen(
                child.command, cwd=child.cwd, env=dict(child.env), stdout=out, stderr=out
            )

    async def ready(self) -> None:
        """Returns when both answer."""
        async with aiohttp.ClientSession() as http, asyncio.timeout(120):
            for child in self._children.values():
                while not await _answers(http, child):
                    await asyncio.sleep(0.2)

    def kill(self, name: str) -> None:
        """Kills one of them, with all that it started."""
        process = psutil.Process(self._processes[name].pid)
        for each in [*process.children(recursive=True), process]:
            each.kill()
        self._processes[name].wait()

    def pid(self, name: str) -> int:
        """The process id of one of them."""
        return self._processes[name].pid

    def stop(self) -> None:
        """Kills both."""
        for name, process in self._processes.items():
            if process.poll() is None:
                self.kill(name)


async def _answers(http: aiohttp.ClientSession, child: Child) -> bool:
    try:
        async with http.get(child.ready, headers=child.headers) as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One database for all that happens here."""
    folder = tmp_path_factory.mktemp("kills")
    (folder / "models").symlink_to(ROOT / "var" / "models")
    return folder


class Street:
    """The bot on a fake Telegram, with gates before Rasa and before the actions."""

    def __init__(self, api: BotApi, bot: BotProcess, rasa: Gate, actions: Gate, room: Room) -> None:
        self.api, self.bot, self.rasa, self.actions, self.room = api, bot, rasa, actions, room
        self.killed = asyncio.Event()
        self._people = 100

    def person(self) -> Person:
        """Somebody new."""
        self._people += 1
        return self.api.person(self._people, f"P{self._people}", "en")

    async def kill_bot(self, _: str) -> None:
        """What a gate does at the chosen moment."""
        await asyncio.to_thread(self.bot.kill)
        self.killed.set()

    async def again(self) -> None:
        """The bot is started anew after it was killed."""
        async with asyncio.timeout(30):
            await self.killed.wait()
        self.killed.clear()
        await asyncio.to_thread(self.bot.start)

    def tickets(self) -> list[dict[str, object]]:
        """All tickets, as an operator sees them."""
        done = subprocess.run(
            [sys.executable, "-m", "bot", "tickets", "--json"],
            cwd=ROOT,
            env=self.bot.env,
            capture_output=True,
            text=True,
            check=True,
        )
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def room(var: Path) -> Iterator[Room]:
    """The processes beside the bot."""
    room = Room(var)
    yield room
    room.stop()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def here(var: Path, room: Room) -> AsyncIterator[Street]:
    """Everything running, with all gates open."""
    actions, rasa = Gate(""), Gate("")
    async with BotApi() as api, actions.open(), rasa.open():
        env = room.start(actions.url)
        actions.upstream = room.actions.env["ACTIONS_URL"].removesuffix("/webhook")
        rasa.upstream = env["RASA_URL"]
        await room.ready()
        telegram = {
            "TELEGRAM_TOKEN": api.token,
            "TELEGRAM_API_URL": api.url,
            "TELEGRAM_POLL_SECONDS": "2",
        }
        bot = BotProcess(var, {**telegram, **env, "RASA_URL": rasa.url}, "run", "--no-children")
        try:
            await asyncio.to_thread(bot.start)
            yield Street(api, bot, rasa, actions, room)
        finally:
            await asyncio.to_thread(bot.kill)


def opened(person: Person) -> int:
    """How often the person was told that the ticket is open."""
    return sum("Oak Road" in each.text for each in person.screen)


MOMENTS: dict[str, Callable[[Street], None]] = {
    "heard, before Rasa is asked": lambda s: _at(s, s.rasa, "before", "/ask"),
    "before the action": lambda s: _at(s, s.actions, "before", "action_open_ticket"),
    "after the action's commit": lambda s: _at(s, s.actions, "after", "action_open_ticket"),
    "after Rasa's answer": lambda s: _at(s, s.rasa, "after", "/ask"),
}


def _at(street: Street, gate: Gate, where: str, what: str) -> None:
    setattr(gate, where, (what, street.kill_bot))


async def test_the_bot_killed_between_each_two_steps_loses_and_doubles_nothing(
    here: Street,
) -> None:
    for name, moment in MOMENTS.items():
        person, before = here.person(), len(here.tickets())
        moment(here)
        await person.say(REPORT)
        await here.again()
        await person.hears("Oak Road", 30)
        assert opened(person) == 1, name
        assert len(here.tickets()) == before + 1, name


async def test_the_bot_killed_while_it_sends_repeats_one_message_at_most(
    here: Street,
) -> None:
    for late in (False, True):
        person, before = here.person(), len(here.tickets())
        here.api.fail("sendMessage", way="hang", late=late)
        calls = len(here.api.sent("sendMessage"))
        await person.say(REPORT)
        await here.api.called("sendMessage", calls + 1)
        await here.kill_bot("")
        here.api.heal()
        await here.again()
        await person.waits(lambda _: opened(person) >= 1 + late, "the ticket", 30)  # noqa: B023
        assert opened(person) == 1 + late
        assert len(here.tickets()) == before + 1


async def test_the_bot_killed_before_the_update_is_confirmed_hears_it_once(
    here: Street,
) -> None:
    person, before = here.person(), len(here.tickets())
    await asyncio.to_thread(here.bot.kill)
    here.killed.set()
    await person.say(REPORT)
    await person.say("thank you")
    await here.again()
    await person.hears("Oak Road", 30)
    await person.hears(lambda each: "Oak Road" not in each.text, 30)
    assert opened(person) == 1
    assert len(here.tickets()) == before + 1


async def test_the_action_server_killed_inside_a_form_and_after_its_commit(
    here: Street,
) -> None:

    async def kill_actions(_: str) -> None:
        await asyncio.to_thread(here.room.kill, "actions")
        here.killed.set()

    person, before = here.person(), len(here.tickets())
    await person.say("the street lamp is broken")
    await person.hears(WHERE)
    here.actions.before = ("validate_report_form", kill_actions)
    await person.say("Oak Road 12")
    await person.hears(KEPT, 30)
    here.room.run("actions")
    await person.hears("Oak Road", 60)
    assert opened(person) == 1

    other = here.person()
    here.actions.after = ("action_open_ticket", kill_actions)
    here.killed.clear()
    await other.say(REPORT)
    async with asyncio.timeout(30):
        await here.killed.wait()
    here.room.run("actions")
    await other.hears("Oak Road", 60)
    assert opened(other) == 1
    assert len(here.tickets()) == before + 2


async def test_rasa_killed_and_stopped_in_the_middle(here: Street) -> None:
    person, before = here.person(), len(here.tickets())
    here.room.kill("rasa")
    await person.say(REPORT)
    await person.hears(KEPT, 30)
    await person.say("/status")
    await person.hears(NO_TICKETS, 30)
    here.room.run("rasa")
    await person.hears("Oak Road", 120)
    assert opened(person) == 1
    assert sum(KEPT in each.text for each in person.screen) == 1
    assert len(here.tickets()) == before + 1

    slow = here.person()
    rasa = here.room.pid("rasa")
    os.kill(rasa, signal.SIGSTOP)
    await slow.say(REPORT)
    await slow.hears(KEPT, 60)
    os.kill(rasa, signal.SIGCONT)
    await slow.hears("Oak Road", 60)
    assert opened(slow) == 1
    assert len(here.tickets()) == before + 2

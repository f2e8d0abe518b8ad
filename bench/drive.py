"""Conversations at the same time for a while, and what came of them."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bench.figures import percentile
from bench.mix import Conversation, Turn, is_right
from bench.people import NoAnswer, Person, Reply

WARM = 2.0
"""Seconds before anything counts."""

Meet = Callable[[str, str], Awaitable[Person]]
"""A new person: name and language. Raises NoAnswer."""

Clock = Callable[[], Mapping[str, float]]
"""Processor seconds used so far, by role."""


@dataclass(frozen=True)
class Plan:
    """How many people write for how many seconds; `name` makes them new ones."""

    name: str
    people: int
    seconds: float
    clock: Clock


@dataclass
class Level:
    """What was measured with so many conversations at the same time.

    Only turns that ended inside the window of `seconds` count; times are in seconds, and only
    of turns with the expected answer.
    """

    people: int
    seconds: float
    due: int = 0
    """Turns of the mix whose time came, also those that an earlier wrong answer made impossible."""
    answered: int = 0
    right: int = 0
    tickets: int = 0
    times: dict[str, list[float]] = field(
        default_factory=lambda: dict[str, list[float]](sentence=[], tap=[])
    )
    processor: dict[str, float] = field(default_factory=dict)
    """Processor seconds that the bot's processes used in the window, by role."""
    wrong: Counter[str] = field(default_factory=Counter)
    """What was answered instead, by message."""

    @property
    def speed(self) -> float:
        """Turns with the expected answer in a second."""
        return self.right / self.seconds

    @property
    def share_right(self) -> float | None:
        """The share of turns that got the expected answer."""
        return self.right / self.due if self.due else None

    def latency(self, kind: str, share: float) -> float | None:
        """A percentile of the times of taps or sentences, in milliseconds."""
        found = percentile(self.times[kind], share)
        return None if found is None else found * 1000

    @property
    def processor_per_turn(self) -> float | None:
        """Processor time of all the bot's processes for one answered turn, in milliseconds."""
        return sum(self.processor.values()) / self.answered * 1000 if self.answered else None

    def note(self, turn: Turn, reply: Reply | None, why: str = "no answer") -> None:
        """Counts a turn: with its answer, or why there was none."""
        self.due += 1
        self.answered += reply is not None
        if reply is None or not is_right(turn, reply.told):
            told = ", ".join(map(str, reply.told)) if reply else why
            self.wrong[f"{turn.words} -> {told or 'nothing'}"] += 1
            return
        self.right += 1
        self.tickets += turn.expect == "ticket"
        self.times[turn.kind].append(reply.seconds)


async def drive(mix: Sequence[Conversation], meet: Meet, plan: Plan) -> Level:
    """One level.

    Each of the people goes through the mix from a place of their own, each conversation as
    somebody new, until the time is over. A person who gets no answer leaves.
    """
    level = Level(plan.people, plan.seconds)
    start = time.perf_counter() + WARM
    window = (start, start + plan.seconds)

    async def one(number: int) -> None:
        for each in itertools.count(number * len(mix) // plan.people):
            if time.perf_counter() >= window[1]:
                return
            conversation = mix[each % len(mix)]
            try:
                person = await meet(f"{plan.name}-{number}-{each}", conversation.lang)
            except NoAnswer:
                await asyncio.sleep(0.1)
                continue
            try:
                await converse(person, conversation.turns, level, window)
            finally:
                await person.leave()

    async with asyncio.TaskGroup() as tasks:
        watching = tasks.create_task(_processor(plan.clock, window))
        for number in range(plan.people):
            tasks.create_task(one(number))
    level.processor = watching.result()
    return level


async def converse(
    person: Person, turns: Sequence[Turn], level: Level, window: tuple[float, float]
) -> None:
    """One conversation; what ends outside the window is not counted."""
    ref: str | None = None
    for turn in turns:
        if time.perf_counter() >= window[1]:
            return
        reply, why = None, "no ticket to tap on"
        gone = False
        if ref is not None or not turn.ref:
            try:
                reply = await person.send(turn, ref)
            except NoAnswer as error:
                gone, why = True, str(error)
        ref = (reply and reply.ref) or ref
        if window[0] <= time.perf_counter() <= window[1]:
            level.note(turn, reply, why)
        if gone:
            return


async def _processor(clock: Clock, window: tuple[float, float]) -> dict[str, float]:
    """Processor seconds by role inside the window."""
    await asyncio.sleep(max(0.0, window[0] - time.perf_counter()))
    before = await asyncio.to_thread(clock)
    await asyncio.sleep(max(0.0, window[1] - time.perf_counter()))
    after = await asyncio.to_thread(clock)
    return {role: used - before.get(role, 0.0) for role, used in after.items()}

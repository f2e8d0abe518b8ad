"""The whole road: from a person's message to the answer, with everything in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import product
from typing import Any

from bench.drive import Level, Plan, drive
from bench.machine import load
from bench.mix import Conversation, as_met
from bench.places import say
from bench.processes import Failed
from bench.sides import Side
from bench.table import Row, table
from bench.training import Trained

PEOPLE = (1, 4, 16)
"""Conversations at the same time."""

MOST_WRONG = 8
"""Wrong answers that are named, of each side."""


@dataclass(frozen=True)
class Round:
    """One life of a side: its start, its levels, its memory at the peak."""

    start: float
    load: float
    levels: dict[int, Level]
    memory: dict[str, float]
    """MiB by role."""
    trained: Trained | None = None

    def told(self) -> dict[str, Any]:
        """As JSON, with every time that was measured in milliseconds."""
        return {
            "start_seconds": round(self.start, 2),
            "load_before": round(self.load, 2),
            "memory_mib": {role: round(mib) for role, mib in self.memory.items()},
            "levels": [_told(each) for each in self.levels.values()],
        }


@dataclass
class Road:
    """All rounds of both sides; a side that was left out has none."""

    seconds: float
    rounds: dict[str, list[Round]] = field(default_factory=dict)
    trained: dict[str, Trained] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "seconds": self.seconds,
            "trained": {name: asdict(each) for name, each in self.trained.items()},
            "rounds": {name: [each.told() for each in all_] for name, all_ in self.rounds.items()},
            "skipped": self.skipped,
        }

    def markdown(self) -> str:
        """The table, and what was answered wrongly."""
        ours, plain = self.rounds.get("ours", []), self.rounds.get("plain", [])
        count = max(len(ours), len(plain))
        return "\n".join(
            [
                f"## The road: {count} rounds, {self.seconds:.0f} s a level",
                "",
                table(list(_rows()), ours, plain),
                "",
                *(line for name, all_ in self.rounds.items() for line in _wrong(name, all_)),
            ]
        )


async def measure(
    sides: Sequence[Side], mix: Sequence[Conversation], rounds: int, road: Road
) -> None:
    """Each side once to warm the machine, then by turns; what fails is left out and told."""
    alive = list(sides)
    for number in range(rounds + 1):
        for side in list(alive):
            say(f"Round {number} of {rounds}: {side.name}" if number else f"Warming: {side.name}")
            try:
                found = await _one(side, mix, road, f"r{number}" if number else "")
            except Failed as failed:
                alive.remove(side)
                road.skipped.append(f"{side.name}, from round {number} on: {failed}")
                continue
            if found:
                road.rounds.setdefault(side.name, []).append(found)


async def _one(side: Side, mix: Sequence[Conversation], road: Road, name: str) -> Round | None:
    """One round of one side; without a name only a start."""
    busy, levels = load(), {}
    met = [as_met(each, knows_city=side.knows_city) for each in mix]
    async with side.run() as running:
        for people in PEOPLE if name else ():
            plan = Plan(f"{name}-{people}", people, road.seconds, running.watch.seconds)
            levels[people] = await drive(met, running.meet, plan)
        memory = dict(running.watch.peaks)
        start = running.start_seconds
    trained = road.trained.get(side.name)
    return Round(start, busy, levels, memory, trained) if name else None


def _rows() -> Iterator[Row[Round]]:
    for people in PEOPLE:
        label = f"right turns a second, {people} at a time"
        yield Row(label, partial(_of_level, people, lambda level: level.speed))
    for kind, people, share in product(("sentence", "tap"), (PEOPLE[0], PEOPLE[-1]), (0.5, 0.99)):
        label = f"{kind} p{share * 100:.0f}, ms, {people} at a time"
        yield Row(label, partial(_latency, people, kind, share))
    for people in (PEOPLE[0], PEOPLE[-1]):
        label = f"tickets a second, {people} at a time"
        yield Row(label, partial(_of_level, people, lambda level: level.tickets / level.seconds))
    label = f"processor time a turn, ms, {PEOPLE[1]} at a time"
    yield Row(label, partial(_of_level, PEOPLE[1], lambda level: level.processor_per_turn))
    yield Row("turns with the right answer, share", _right)
    for role in ("bot", "rasa", "actions", "all"):
        yield Row(f"memory at the peak, MiB: {role}", partial(_memory, role))
    yield Row("start to the first answer, s", lambda each: each.start)
    yield Row("training, s", lambda each: each.trained.seconds if each.trained else None)
    yield Row("model, MiB", lambda each: each.trained.mebibytes if each.trained else None)


def _of_level(people: int, value: Callable[[Level], float | None], each: Round) -> float | None:
    return value(each.levels[people])


def _latency(people: int, kind: str, share: float, each: Round) -> float | None:
    return each.levels[people].latency(kind, share)


def _memory(role: str, each: Round) -> float | None:
    return each.memory.get(role)


def _right(each: Round) -> float | None:
    due = sum(level.due for level in each.levels.values())
    return sum(level.right for level in each.levels.values()) / due if due else None


def _wrong(name: str, rounds: Sequence[Round]) -> Iterator[str]:
    """The messages that were most often not answered as expected."""
    total: Counter[str] = Counter()
    for level in (level for each in rounds for level in each.levels.values()):
        total += level.wrong
    if total:
        yield f"Not as expected, {name}:"
        yield from (f"* {count}x {words}" for words, count in total.most_common(MOST_WRONG))


def _told(level: Level) -> dict[str, Any]:
    told = asdict(level)
    told["times"] = {
        kind: [round(each * 1000, 2) for each in times] for kind, times in level.times.items()
    }
    told["latency_ms"] = {
        kind: {f"p{share * 100:.0f}": level.latency(kind, share) for share in (0.5, 0.9, 0.99)}
        for kind in level.times
    }
    return told | {"turns_per_second": round(level.speed, 2), "wrong": dict(level.wrong)}

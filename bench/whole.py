"""One run of the measurement: the models, the parts that were asked for, and the report."""

from __future__ import annotations

import argparse
import asyncio
import fcntl
import json
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any

from bench import desk, duplicates, exam, mix, month, reading, road, training, understanding
from bench.machine import busy, load, machine
from bench.places import BENCH, ROOT, say
from bench.processes import Failed
from bench.road import Road
from bench.sides import Ours, Plain, Side
from bench.training import Lessons, Trained
from bot.city import City
from bot.wiring import open_city
from scripts import model


@dataclass
class Sides:
    """What can be measured: the sides whose models are there."""

    each: list[Side] = field(default_factory=list)
    trained: dict[str, Trained] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)


def options(words: Sequence[str]) -> argparse.Namespace:
    """What shall be measured, and for how long."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures it all.")
    parser.add_argument(
        "what",
        nargs="?",
        default="all",
        choices=(
            *("road", "reading", "exam", "understanding", "duplicates", "desk", "month", "all"),
        ),
    )
    parser.add_argument("--rounds", type=up_to(20), default=3, help="of each side, by turns")
    parser.add_argument("--seconds", type=up_to(600), default=15, help="of each level of a round")
    parser.add_argument("--only", choices=("ours", "plain"), help="leave the other side out")
    parser.add_argument("--epochs", type=up_to(100), default=10, help="of plain Rasa's training")
    parser.add_argument(
        "--most",
        type=up_to(10_000),
        default=12,
        help="sentences of an intent and language for plain Rasa",
    )
    parser.add_argument("--tickets", type=up_to(10_000_000, 0), default=1_000_000, help="of desk")
    parser.add_argument("--races", type=up_to(1_000_000, 0), default=10_000, help="of desk")
    parser.add_argument("--url", action="append", help="a database for desk, empty; or several")
    parser.add_argument("--small", action="store_true", help="plain Rasa with a smaller DIET")
    parser.add_argument("--train", action="store_true", help="train anew, to time it now")
    return parser.parse_args(words)


def up_to(most: int, least: int = 1) -> Callable[[str], int]:
    """Reads a whole number from `least` to `most`."""

    def number(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"a whole number from {least} to {most}")
        return int(text)

    return number


TABLES: Mapping[str, Callable[[], str]] = {
    "duplicates": duplicates.measure,
    "month": month.measure,
    "exam": lambda: exam.markdown(exam.measure(model.model())),  # the model that is run
}
"""What is measured of ours alone."""


def run(words: Sequence[str]) -> int:
    """Measures and reports; the exit code, 0 when nothing that was asked for was skipped."""
    chosen = options(words)
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    BENCH.mkdir(parents=True, exist_ok=True)
    with (BENCH / "bench.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another measurement runs here; two would measure one another.")
            return 1
        try:
            return _run(chosen)
        except KeyboardInterrupt:
            say("Stopped. Everything that was started is gone.")
            return 130


def _run(chosen: argparse.Namespace) -> int:
    if chosen.what == "desk":
        return desk.run(chosen)
    if chosen.what == "understanding":
        return _understanding(chosen)
    if chosen.what in TABLES:
        print(TABLES[chosen.what]())
        return 0
    return _beside(chosen)


def _beside(chosen: argparse.Namespace) -> int:
    """Measures ours and plain Rasa by turns."""
    began, loaded = datetime.now(UTC), load()
    where, city, frozen = machine(), open_city(ROOT / "city"), mix.load()
    sides = _sides(chosen, city)
    lines = ["# Manyhands beside plain Rasa", "", str(where)]
    told: dict[str, Any] = {"began": began.isoformat(), "load": loaded, "machine": asdict(where)}
    skipped = sides.skipped
    if chosen.epochs != training.EPOCHS:
        lines.append(f"Plain Rasa was trained for {chosen.epochs} epochs, not {training.EPOCHS}.")
    if chosen.only:
        lines.append(f"Only {chosen.only} was measured, as was asked for.")
    if chosen.what != "reading":
        found = Road(chosen.seconds, trained=sides.trained)
        asyncio.run(road.measure(sides.each, frozen, chosen.rounds, found))
        lines += ["", found.markdown()]
        told["road"], skipped = found.told(), skipped + found.skipped
    if chosen.what != "road":
        read = reading.measure(city, sides.trained, frozen, chosen.rounds)
        lines += ["", read.markdown()]
        told["reading"], skipped = read.told(), skipped + read.skipped
    lines[3:3] = [each for each in (busy(loaded),) if each]
    lines += ["", *(f"Skipped: {each}" for each in skipped)]
    print("\n".join(lines).rstrip())
    path = BENCH / f"{chosen.what}-{began:%Y%m%d-%H%M%S}.json"
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    say(f"The numbers: {path}")
    return 1 if skipped else 0


def _understanding(chosen: argparse.Namespace) -> int:
    """Ours at once, since plain Rasa's training takes long."""
    found = Sides()
    if chosen.only != "plain":
        print(understanding.measure(), flush=True)
    if chosen.only != "ours":
        city = open_city(ROOT / "city")
        with _or_skip(found, "plain"):
            lessons = Lessons(chosen.epochs, chosen.most, talks=False, small=chosen.small)
            trained, _ = training.plain(city, say, chosen.train, lessons)
            print(
                f"Plain Rasa was trained in {trained.seconds:.0f} s: {chosen.epochs} epochs, "
                f"{'a smaller DIET, ' if chosen.small else ''}"
            )
            print(f"{chosen.most or 'all'} sentences of an intent and language.\n")
            print(understanding.measure_plain(trained.model))
    print("\n".join(f"Skipped: {each}" for each in found.skipped), end="")
    return 1 if found.skipped else 0


def _sides(chosen: argparse.Namespace, city: City) -> Sides:
    """Trains what is not trained; a side that cannot be is left out, and told."""
    for left in (*BENCH.glob("training-*"), *BENCH.glob("o-*")):
        shutil.rmtree(left)
    found = Sides()
    if chosen.only != "plain":
        with _or_skip(found, "ours"):
            found.trained["ours"] = training.ours(say, chosen.train)
            found.each.append(Ours(found.trained["ours"].model, staff_of(city)))
    if chosen.only != "ours":
        with _or_skip(found, "plain"):
            lessons = Lessons(chosen.epochs, chosen.most, small=chosen.small)
            found.trained["plain"], home = training.plain(city, say, chosen.train, lessons)
            found.each.append(Plain(found.trained["plain"].model, home))
    return found


@contextmanager
def _or_skip(sides: Sides, name: str) -> Iterator[None]:
    try:
        yield
    except Failed as failed:
        sides.skipped.append(f"{name}: {failed}")


def staff_of(city: City) -> dict[str, str]:
    """One member of staff for each responder, and two volunteers, as name and role."""
    staff = dict.fromkeys(city.catalogue.responders, "responder")
    return staff | {"volunteer-1": "volunteer", "volunteer-2": "volunteer"}

"""The commands: `python -m bot run`, `talk`, `tickets`, `city check`, `invite` and more."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path

from bot import settings
from bot.commands import learn, rates, replay, route, run, show, talk, team, understand
from bot.core.people import Role
from bot.errors import Faults


def main(words: list[str] | None = None) -> int:
    """Runs one command and gives its exit status; faults are told in plain sentences."""
    asked = parser().parse_args(words)
    os.umask(0o077)  # the database and what is exported are nobody else's to read
    try:
        return _do(asked)
    except Faults as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    top = argparse.ArgumentParser(prog="python -m bot", description="Manyhands, a city chatbot.")
    commands = top.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="run the bot")
    run.add_argument("--no-children", action="store_true", help="Rasa and actions run elsewhere")
    commands.add_parser("clock", help="run only what time brings")
    commands.add_parser("migrate", help="bring the database up to date")
    talk = commands.add_parser("talk", help="talk to the running bot")
    talk.add_argument("--as", dest="name", default="me", help="who you are")
    roles = ["resident", "volunteer", "responder", "coordinator"]
    talk.add_argument("--role", choices=roles, default="resident")
    talk.add_argument("--lang", help="the language you speak, such as zh or en")
    talk.add_argument("--json", action="store_true", help="one JSON object a line, both ways")
    tickets = commands.add_parser("tickets", help="show tickets")
    tickets.add_argument("--json", action="store_true", help="all fields and events")
    tickets.add_argument("--ref", help="only this ticket")
    city = commands.add_parser("city", help="look after the city's files")
    city.add_argument("what", choices=["check"])
    city.add_argument("folder", nargs="?", type=Path)
    invite = commands.add_parser("invite", help="invite somebody to a role")
    invite.add_argument("--role", choices=roles[1:], required=True)
    invite.add_argument("--for", dest="responder", help="the responder whose staff it is")
    invite.add_argument("--area", help="the grid, or other area, that they look after for it")
    invite.add_argument("--qr", type=Path, metavar="FILE", help="draw the code: .svg or .png")
    invite.add_argument("--print", type=Path, dest="page", metavar="FILE", help="a page: .html")
    people = commands.add_parser("people", help="show who has a role")
    people.add_argument(
        "--json", action="store_true", help="a person a line, with all that is kept"
    )
    _parse_words(commands)
    return top


def _parse_words(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Commands about what is understood, learned and routed."""
    words = commands.add_parser("understand", help="what is understood of messages, as JSON lines")
    words.add_argument("--model", type=Path, metavar="DIR", help="another model than the newest")
    way = commands.add_parser("route", help="who would be asked, and why; nothing is written")
    way.add_argument("text", help="what somebody writes")
    way.add_argument("--at", metavar="LAT,LON", help="where it is; --at=-33.4,-70.6")
    way.add_argument("--time", help="when it is, such as 2026-11-28T22:30; now unless said")
    way.add_argument("--category", help="another than the one that is understood")
    way.add_argument("--json", action="store_true", help="all candidates and reasons as JSON")
    three = commands.add_parser("rates", help="contacted, solved, satisfied; and by whom")
    three.add_argument("--by", choices=rates.WAYS, default="responder")
    three.add_argument("--since", metavar="DAY", help="30 days ago unless said")
    three.add_argument("--until", metavar="DAY", help="the first day that no longer counts; now")
    three.add_argument("--json", action="store_true", help="with intervals, as JSON")
    again = commands.add_parser(
        "replay", help="past tickets through a changed city; writes nothing"
    )
    again.add_argument("--since", metavar="DAY", required=True, help="such as 2026-11-01")
    again.add_argument("--until", metavar="DAY", help="the first day that no longer counts; now")
    again.add_argument("--city", type=Path, metavar="DIR", help="the changed city's folder")
    again.add_argument("--json", action="store_true", help="all categories and changes, as JSON")
    teach = commands.add_parser("learn", help="learn from a city's history, or from corrections")
    what = teach.add_mutually_exclusive_group(required=True)
    what.add_argument("--history", type=Path, metavar="FILE.csv", help="texts with their labels")
    what.add_argument("--corrections", action="store_true", help="categories that were put right")
    teach.add_argument("--text", help="the columns with the text, such as title,body")
    teach.add_argument("--label", help="the column with the label")
    teach.add_argument("--out", type=Path, metavar="DIR", help="where what was learned is kept")
    label = commands.add_parser("classify", help="label texts with what was learned, as JSON lines")
    label.add_argument("--model", type=Path, metavar="DIR", required=True)


def _do(asked: argparse.Namespace) -> int:
    run.quiet_logs(os.environ)
    house = settings.read(os.environ).house
    if asked.command == "city":
        return show.check_city(asked.folder or house.city)
    if asked.command == "understand":
        return understand.understand(asked.model)
    if asked.command == "classify":
        return learn.classify(asked.model)
    if asked.command == "learn" and asked.history:
        return _learn(asked)
    return asyncio.run(_command(asked, house.var))


def _command(asked: argparse.Namespace, var: Path) -> Coroutine[None, None, int]:
    commands: dict[str, Callable[[], Coroutine[None, None, int]]] = {
        "run": lambda: run.run(with_children=not asked.no_children),
        "clock": run.tick,
        "migrate": run.migrate,
        "talk": lambda: talk.talk(run.socket_of(var), _seat(asked)),
        "tickets": lambda: show.show_tickets(asked.ref, as_json=asked.json),
        "invite": lambda: team.invite(_wish(asked)),
        "learn": lambda: learn.corrections(asked.out or var / "corrections.yml"),
        "route": lambda: route.route(
            route.Wish(asked.text, asked.at, asked.time, asked.category, asked.json)
        ),
        "rates": lambda: rates.show(rates.Wish(asked.by, asked.since, asked.until, asked.json)),
        "replay": lambda: replay.show(
            replay.Wish(asked.since, asked.until, asked.city, asked.json)
        ),
        "people": lambda: team.show_people(as_json=asked.json),
    }
    return commands[asked.command]()


def _learn(asked: argparse.Namespace) -> int:
    lacking = [each for each in ("text", "label", "out") if not getattr(asked, each)]
    if lacking:
        raise Faults([f"--history needs --{each}, too" for each in lacking])
    columns = tuple(each.strip() for each in asked.text.split(","))
    return learn.learn(learn.History(asked.history, columns, asked.label), asked.out)


def _wish(asked: argparse.Namespace) -> team.Wish:
    return team.Wish(Role(asked.role), asked.responder, asked.area, asked.qr, asked.page)


def _seat(asked: argparse.Namespace) -> talk.Seat:
    return talk.Seat(asked.name, asked.role, asked.lang, asked.json)


if __name__ == "__main__":
    sys.exit(main())

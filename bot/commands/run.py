"""`run`: the whole house in one process, with Rasa and its actions beside it; or a part of it."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Coroutine, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot import settings as settings_
from bot.children import Children
from bot.children.beside import beside
from bot.commands.team import tell_where
from bot.errors import Faults
from bot.settings import ROOT, Settings
from bot.web.server import serving, web_app
from bot.web.vitals import Vitals
from bot.wiring import House, health, open_house

log = logging.getLogger(__name__)


async def run(*, with_children: bool = True) -> int:
    """Runs until it is told to stop."""
    env = dict(os.environ)
    var = settings_.read(env).house.var
    var.mkdir(parents=True, exist_ok=True)
    started = beside(ROOT, var, env) if with_children else None
    settings = settings_.read({**env, **(started.env if started else {})})
    if not with_children and not settings.house.rasa_url:
        raise Faults(["RASA_URL: must say where Rasa runs when nothing is started beside the bot"])
    with _alone(settings):
        async with open_house(settings) as house, _doors(house) as url:
            children = Children(started.children if started else (), var / "log")
            async with children:
                await tell_where(house, url)
                await _until_stopped(house, children, url)
    return 0


async def tick() -> int:
    """`clock`: only what time brings, beside workers that run without one."""
    async with open_house(settings_.read(os.environ)) as house:
        print("The clock runs.", flush=True)
        await _work([house.clock.run(), house.keeping.run(), house.signals.listen()])
    return 0


async def migrate() -> int:
    """`migrate`: brings the database up to date and ends."""
    async with open_house(settings_.read(os.environ)):
        print("The database is up to date.")
    return 0


@asynccontextmanager
async def _doors(house: House) -> AsyncIterator[str]:
    routes = [route for channel in house.channels for route in channel.routes()]
    where = house.settings.house
    vitals = Vitals(
        lambda: health.parts(house.store, house.dialogue, house.signals),
        lambda: health.numbers(house.store),
        where.metrics_token.get_secret_value() if where.metrics_token else None,
    )
    async with serving(web_app(routes, vitals), where.host, where.port) as url:
        yield where.public_url or url


async def _until_stopped(house: House, children: Children, url: str) -> None:
    embedded = bool(children.status())
    work = [house.inbox.run(), house.outbox.run(), house.signals.listen(), _greet(children, url)]
    work += [channel.run() for channel in house.channels]
    if embedded:
        work += [house.clock.run(), house.keeping.run()]
    await _work(work)


async def _greet(children: Children, url: str) -> None:
    """The last line of the start names the chat page, once the first answer can come."""
    if children.status():
        print("Starting Rasa (usually 10 to 20 seconds) ...", flush=True)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(180):
                await children.ready()
    print(f"Manyhands is ready. Chat with it: {url}", flush=True)


async def _work(work: Sequence[Coroutine[None, None, None]]) -> None:
    """Runs all of it until a signal to stop, or until one part fails."""
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stopped.set)
    tasks: list[asyncio.Task[None]] = [asyncio.create_task(each) for each in work]
    ended: asyncio.Task[Any] = asyncio.create_task(stopped.wait())
    try:
        while not ended.done():
            await asyncio.wait({ended, *tasks}, return_when=asyncio.FIRST_COMPLETED)
            for task in [each for each in tasks if each.done()]:
                task.result()
                tasks.remove(task)
    finally:
        for task in (ended, *tasks):
            task.cancel()
        await asyncio.gather(ended, *tasks, return_exceptions=True)


@contextlib.contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """On SQLite one bot answers: a second one is told so instead of answering twice."""
    if not settings.house.database.startswith("sqlite"):
        yield
        return
    path = settings.house.var / "bot.lock"
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = f"{path}: another bot runs on this database; stop it, or use PostgreSQL"
            raise Faults([message]) from error
        yield


def quiet_logs(env: Mapping[str, str]) -> None:
    """Logs to standard error, without what libraries tell of addresses and tokens."""
    level = env.get("MANYHANDS_LOG", "WARNING").upper()
    logging.basicConfig(
        level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    for name in ("httpx", "httpcore", "telegram", "aiohttp.access"):
        logging.getLogger(name).setLevel(logging.WARNING)


def socket_of(var: Path) -> Path:
    """Where the console of the running bot listens."""
    return var / "bot.sock"

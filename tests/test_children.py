"""Tests of the processes beside the bot, with small real ones."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from bot.children import Child, Children, Pace
from bot.children.beside import beside, free_port, newest_model
from bot.errors import BadSettings

ROOT = Path(__file__).resolve().parent.parent
QUICK = Pace(first=0.01, longest=0.04, good=30, patience=0.5, ask=0.02)

SERVER = """
import http.server, os, subprocess, sys
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        known = self.headers.get("Authorization") == "Bearer " + os.environ.get("TOKEN", "t")
        self.send_response(200 if known else 401)
        self.end_headers()
    def log_message(self, *_):
        pass
print("server", os.getpid(), flush=True)
worker = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(600)"])
print("worker", worker.pid, flush=True)
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Answer).serve_forever()
"""
STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("here", flush=True)
time.sleep(600)
"""


def child(source: str, *words: str, name: str = "server", port: int = 9) -> Child:
    """A Python of its own that runs the source."""
    return Child(
        name,
        (sys.executable, "-S", "-c", source, *words),
        {"TOKEN": "t"},
        f"http://127.0.0.1:{port}/",
        {"Authorization": "Bearer t"},
    )


def server(name: str = "server") -> Child:
    """A child that answers on a port and starts a process of its own."""
    port = free_port()
    return child(SERVER, str(port), name=name, port=port)


async def until(true: Callable[[], object], seconds: float = 60) -> None:
    """Waits for a condition; fails when it does not come."""
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.01)


def said(log: Path) -> str:
    """What is in a log, which may be moved aside at any moment."""
    with contextlib.suppress(FileNotFoundError):
        return log.read_text()
    return ""


def pids(log: Path) -> list[int]:
    """The processes that a server and its restarts told of."""
    return [int(line.split()[1]) for line in said(log).splitlines()]


def living(ids: Iterable[int]) -> list[int]:
    """Those that still run."""
    return [pid for pid in ids if _lives(pid)]


def _lives(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


async def test_a_child_is_ready_once_it_answers_and_gone_after_the_end(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    async with Children([server()], tmp_path, QUICK) as children:
        assert children.status() == {"server": "down"}
        async with asyncio.timeout(10):
            await children.ready()
        assert children.status() == {"server": "ready"}
        assert len(living(pids(log))) == 2
    assert children.status() == {"server": "down"}
    await until(lambda: not living(pids(log)))


async def test_a_killed_child_is_started_again_with_its_workers_gone(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    async with Children([server(), server("other")], tmp_path, QUICK) as children:
        async with asyncio.timeout(10):
            await children.ready()
        first = pids(log)
        others = pids(tmp_path / "other.log")
        os.kill(first[0], signal.SIGKILL)
        await until(lambda: children.status()["server"] != "ready")
        async with asyncio.timeout(10):
            await children.ready()
        assert not living(first)
        assert len(living(pids(log))) == 2
        assert living(others) == others


async def test_a_killed_leash_takes_its_child_along(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    async with Children([server()], tmp_path, QUICK) as children:
        async with asyncio.timeout(10):
            await children.ready()
        first = pids(log)
        parent = psutil.Process(first[0]).parent()
        assert parent is not None
        parent.kill()
        await until(lambda: not living(first))
        async with asyncio.timeout(10):
            await until(lambda: children.status()["server"] == "ready")


async def test_a_child_that_does_not_listen_to_reason_is_killed(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    others = {one.pid for one in psutil.Process().children(recursive=True)}
    async with Children([child(STUBBORN)], tmp_path, QUICK):
        await until(lambda: said(log))
        now = {one.pid for one in psutil.Process().children(recursive=True)}
        mine = sorted(now - others)
    assert mine
    await until(lambda: not living(mine))


async def test_pauses_grow_while_a_child_keeps_ending(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    ends = child("import time; print('born', time.monotonic_ns(), flush=True)")
    pace = Pace(first=0.05, longest=0.4, good=30, patience=0.5)
    async with Children([ends], tmp_path, pace) as children:
        await until(lambda: len(pids(log)) >= 4)
        assert children.status()["server"] != "ready"
    born = pids(log)
    gaps = [(after - before) / 1e9 for before, after in itertools.pairwise(born)]
    assert gaps[0] >= 0.05
    assert gaps[1] >= 0.1
    assert gaps[2] >= 0.2


async def test_a_child_that_runs_but_never_answers_is_started_again(tmp_path: Path) -> None:
    deaf = child("import os, time; print('deaf', os.getpid(), flush=True); time.sleep(600)")
    log = tmp_path / "server.log"
    async with Children([deaf], tmp_path, replace(QUICK, start=0.3)) as children:
        await until(lambda: len(pids(log)) >= 2)
        assert children.status()["server"] != "ready"
        assert not living(pids(log)[:1])


async def test_a_command_that_is_not_there_is_told_in_the_log(tmp_path: Path) -> None:
    missing = Child("server", ("/nowhere/python",), {}, "http://127.0.0.1:9/")
    log = tmp_path / "server.log"
    async with Children([missing], tmp_path, QUICK):
        await until(lambda: "could not be started" in said(log))


async def test_logs_stay_small_and_private(tmp_path: Path) -> None:
    limit = 20_000
    talks = child("for n in range(20_000): print('line', n)\nprint('the end', flush=True)")
    log = tmp_path / "server.log"
    calm = Pace(first=30, patience=0.5)
    async with Children([talks], tmp_path, calm, log_bytes=limit):
        await until(lambda: "the end" in said(tmp_path / "server.log.1") + said(log))
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert set(sizes) == {"server.log", "server.log.1"}
    assert all(size <= limit + 65_536 for size in sizes.values())
    assert log.stat().st_mode & 0o077 == 0


PARENT = """
import asyncio, signal, sys
from pathlib import Path
from bot.children import Children, Pace
from tests.test_children import server
async def main():
    async with Children([server()], Path(sys.argv[1]), Pace(patience=0.5)) as children:
        await children.ready()
        print("ready", flush=True)
        await asyncio.sleep(600)
# Whoever started the tests behind a shell made them deaf to it.
signal.signal(signal.SIGINT, signal.default_int_handler)
asyncio.run(main())
"""


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
async def test_nothing_outlives_the_bot(tmp_path: Path, sign: signal.Signals) -> None:
    bot = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with bot:
        try:
            assert bot.stdout is not None
            assert await asyncio.to_thread(bot.stdout.readline) == b"ready\n"
            mine = [one.pid for one in psutil.Process(bot.pid).children(recursive=True)]
            assert len(mine) == 3
            bot.send_signal(sign)
            await until(lambda: not living(mine))
        finally:
            bot.kill()  # else a failure would wait for it for ever


def project(folder: Path) -> Path:
    """A folder that has Rasa and a model, as far as can be seen."""
    (folder / "nlu" / ".venv" / "bin").mkdir(parents=True)
    (folder / "nlu" / ".venv" / "bin" / "python").touch()
    (folder / "var" / "models").mkdir(parents=True)
    (folder / "var" / "models" / "old.tar.gz").touch()
    os.utime(folder / "var" / "models" / "old.tar.gz", (1, 1))
    (folder / "var" / "models" / "new.tar.gz").touch()
    return folder


def test_rasa_and_the_actions_hear_only_this_machine_and_know_only_what_they_need(
    tmp_path: Path,
) -> None:
    root = project(tmp_path)
    environ = {"TELEGRAM_TOKEN": "secret", "DATABASE_URL": "sqlite://", "PATH": "/bin"}
    found = beside(root, root / "var", environ)
    actions, rasa = found.children
    assert rasa.command[rasa.command.index("-i") + 1] == "127.0.0.1"
    assert rasa.command[rasa.command.index("-m", 5) + 1].endswith("new.tar.gz")
    assert rasa.env["RASA_TELEMETRY_ENABLED"] == "false"
    assert rasa.env["RASA_DATABASE_URL"] == f"sqlite:///{root}/var/rasa.db"
    assert rasa.env["ACTIONS_URL"] == found.env["ACTIONS_URL"]
    assert rasa.ready.startswith(found.env["RASA_URL"])
    assert rasa.headers == {"Authorization": f"Bearer {found.env['RASA_TOKEN']}"}
    assert actions.env["SANIC_HOST"] == "127.0.0.1"
    assert actions.env["DATABASE_URL"] == "sqlite://"
    for one in found.children:
        assert "secret" not in one.env.values()
        assert found.env["RASA_TOKEN"] not in " ".join(one.command)
    assert "DATABASE_URL" not in rasa.env


def test_what_runs_elsewhere_is_not_started_here(tmp_path: Path) -> None:
    elsewhere = {"RASA_URL": "http://rasa:5005", "ACTIONS_URL": "http://actions:5055/webhook"}
    found = beside(tmp_path, tmp_path, {**elsewhere, "RASA_TOKEN": "given"})
    assert found.children == ()
    assert found.env == {"RASA_TOKEN": "given"}


def test_each_start_has_a_token_of_its_own(tmp_path: Path) -> None:
    root = project(tmp_path)
    tokens = {beside(root, root / "var", {}).env["RASA_TOKEN"] for _ in range(3)}
    assert len(tokens) == 3


def test_a_missing_model_is_told_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="make train"):
        newest_model(tmp_path)

"""A ring is heard here and, over Redis, everywhere; without Redis all goes on, slower."""

from __future__ import annotations

import asyncio
import logging
import secrets
import shutil
import socket
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
import pytest
import redis

from bot.signals import LOCK, LOCK_SECONDS, REMEMBERED, Signals
from tests.conftest import require

PATIENCE = 15.0
SOON = 0.05


@pytest.fixture
def bell() -> str:
    """A name that no other test uses."""
    return f"bell-{secrets.token_hex(6)}"


@asynccontextmanager
async def listening(url: str | None) -> AsyncIterator[Signals]:
    """Signals of one process, which listens to the others."""
    signals = Signals(url)
    task = asyncio.create_task(signals.listen())
    try:
        yield signals
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await signals.close()


async def until(done: Callable[[], bool]) -> None:
    """Waits for something to be so."""
    async with asyncio.timeout(PATIENCE):
        while not done():
            await asyncio.sleep(0.01)


async def hears(one: Signals, other: Signals, bell: str) -> None:
    """Rings at the other until the one has heard it: both are connected then."""
    before = one.mark(bell)

    def heard() -> bool:
        other.ring(bell)
        return one.mark(bell) > before

    await until(heard)


async def is_woken(signals: Signals, bell: str, heard: int, seconds: float = PATIENCE) -> bool:
    """Whether a wait ends by a ring, not by its time."""
    await signals.wait(bell, heard, seconds)
    return signals.mark(bell) != heard


# Within one process.


async def test_a_ring_before_the_wait_is_heard(bell: str) -> None:
    signals = Signals()
    heard = signals.mark(bell)
    signals.ring(bell)
    assert await is_woken(signals, bell, heard)


async def test_a_ring_during_the_wait_is_heard_by_all_who_wait(bell: str) -> None:
    signals = Signals()
    waits = [asyncio.create_task(is_woken(signals, bell, signals.mark(bell))) for _ in range(3)]
    await asyncio.sleep(0)
    assert not any(each.done() for each in waits)
    signals.ring(bell)
    assert await asyncio.gather(*waits) == [True] * 3


async def test_a_ring_that_was_heard_already_wakes_nobody(bell: str) -> None:
    signals = Signals()
    signals.ring(bell)
    assert not await is_woken(signals, bell, signals.mark(bell), SOON)


async def test_another_bell_wakes_nobody(bell: str) -> None:
    signals = Signals()
    heard = signals.mark(bell)
    signals.ring(f"{bell} of somebody else")
    assert not await is_woken(signals, bell, heard, SOON)


@pytest.mark.parametrize("seconds", [0, SOON])
async def test_a_wait_ends_when_its_time_is_over(bell: str, seconds: float) -> None:
    signals = Signals()
    began = asyncio.get_running_loop().time()
    await signals.wait(bell, signals.mark(bell), seconds)
    assert asyncio.get_running_loop().time() - began >= seconds * 0.9


async def test_a_wait_that_is_cancelled_does_not_keep_the_others_waiting(bell: str) -> None:
    signals = Signals()
    gone, stays = (
        asyncio.create_task(is_woken(signals, bell, signals.mark(bell))) for _ in range(2)
    )
    await asyncio.sleep(0)
    gone.cancel()
    signals.ring(bell)
    assert await stays


async def test_alone_a_process_takes_every_lock_and_hears_nobody(bell: str) -> None:
    signals = Signals()
    assert await signals.lock(bell)
    assert await signals.lock(bell)
    await signals.unlock(bell)
    await asyncio.wait_for(signals.listen(), PATIENCE)
    await signals.close()
    assert not signals.down


# Between processes.


@pytest.mark.redis
async def test_a_ring_is_heard_in_the_other_processes(redis_url: str, bell: str) -> None:
    async with listening(redis_url) as one, listening(redis_url) as two:
        await hears(one, two, bell)
        heard = one.mark(bell)
        two.ring(bell)
        assert await is_woken(one, bell, heard)
        assert one.down is two.down is False


@pytest.mark.redis
async def test_ones_own_ring_does_not_come_back(redis_url: str, bell: str) -> None:
    async with listening(redis_url) as one, listening(redis_url) as two:
        await hears(one, two, f"{bell} first")
        one.ring(bell)
        mark = one.mark(bell)
        await until(lambda: two.mark(bell) != 0)
        await hears(one, two, f"{bell} last")
        assert one.mark(bell) == mark


@pytest.mark.redis
async def test_a_lock_is_held_by_one_until_its_owner_lets_go(redis_url: str, bell: str) -> None:
    one, two = Signals(redis_url), Signals(redis_url)
    try:
        taken = await asyncio.gather(*(each.lock(bell) for each in (one, two) * 3))
        assert taken.count(True) == 1
        owner, other = (one, two) if taken.index(True) % 2 == 0 else (two, one)
        await other.unlock(bell)
        assert not await other.lock(bell)
        await owner.unlock(bell)
        assert await other.lock(bell)
        await owner.unlock(bell)
        assert not await owner.lock(bell)
        await other.unlock(bell)
    finally:
        await asyncio.gather(one.close(), two.close())


@pytest.mark.redis
async def test_the_lock_of_a_process_that_dies_runs_out(redis_url: str, bell: str) -> None:
    one, two = Signals(redis_url), Signals(redis_url)
    try:
        assert await one.lock(bell)
        with redis.Redis.from_url(redis_url) as client:
            assert 0 < client.ttl(LOCK + bell) <= LOCK_SECONDS
            client.delete(LOCK + bell)  # as if its time were over
        assert await two.lock(bell)
        await one.unlock(bell)
        assert not await one.lock(bell)
        await two.unlock(bell)
    finally:
        await asyncio.gather(one.close(), two.close())


# While Redis comes and goes.


class Server:
    """A Redis of our own, which may go away."""

    def __init__(self, program: str, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.command = [program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self.folder = folder
        self.process: psutil.Popen | None = None

    async def start(self) -> None:
        """Starts it; returns when it answers."""
        self.process = psutil.Popen(self.command, cwd=self.folder, stdout=subprocess.DEVNULL)
        await until(self._answers)

    def _answers(self) -> bool:
        try:
            with redis.Redis.from_url(self.url) as client:
                return bool(client.ping())
        except redis.RedisError:
            return False

    def stop(self) -> None:
        """Ends it at once, as a crash does."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A Redis of our own; it is not started yet."""
    program = shutil.which("redis-server")
    if program is None:
        require("redis", "no program redis-server")
    made = Server(str(program), tmp_path)
    yield made
    made.stop()


@pytest.mark.redis
async def test_without_redis_everything_goes_on(
    server: Server, bell: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "bot")
    async with listening(server.url) as signals:
        assert await signals.lock(bell)
        assert await signals.lock(bell)
        await signals.unlock(bell)
        heard = signals.mark(bell)
        signals.ring(bell)
        assert await is_woken(signals, bell, heard)
        await until(lambda: signals.down)
        assert len(caplog.records) == 1


@pytest.mark.redis
async def test_redis_may_go_and_come_back(server: Server, bell: str) -> None:
    await server.start()
    async with listening(server.url) as one, listening(server.url) as two:
        await hears(one, two, bell)
        assert await one.lock(bell)
        assert not await two.lock(bell)
        server.stop()
        await until(lambda: one.down and two.down)
        assert await two.lock(bell)
        heard = one.mark(bell)
        one.ring(bell)
        assert await is_woken(one, bell, heard)
        await server.start()
        await until(lambda: not one.down and not two.down)
        await hears(one, two, bell)
        await hears(two, one, bell)
        assert await one.lock(bell)
        assert not await two.lock(bell)


@pytest.mark.redis
async def test_a_redis_that_hangs_for_a_while_is_up_again_when_it_answers(
    server: Server, bell: str
) -> None:
    await server.start()
    async with listening(server.url) as one, listening(server.url) as two:
        await hears(one, two, bell)
        assert server.process is not None
        server.process.suspend()
        assert await one.lock(bell)
        assert one.down
        server.process.resume()
        assert await one.lock(f"{bell} again")
        await until(lambda: not one.down)


async def test_of_many_bells_the_old_ones_are_forgotten_and_no_ring_is_missed(bell: str) -> None:
    signals = Signals()
    before = signals.mark(bell)
    signals.ring(bell)
    for number in range(REMEMBERED + 5):
        signals.ring(f"{bell} {number}")
    assert await is_woken(signals, bell, before)
    assert len(signals._rung) == REMEMBERED


async def test_a_wait_that_is_cancelled_while_the_bell_rings_ends(bell: str) -> None:
    signals = Signals()
    waits = asyncio.create_task(signals.wait(bell, signals.mark(bell), PATIENCE))
    await asyncio.sleep(0)
    signals.ring(bell)
    waits.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waits

"""Wake-ups and turn-taking: within this process, and between processes over Redis."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections import OrderedDict, defaultdict
from collections.abc import Coroutine

from redis.asyncio import Redis
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

CHANNEL = "manyhands:rung"
LOCK = "manyhands:turn:"
LOCK_SECONDS = 60
REMEMBERED = 10_000
"""Bells whose last ring is known: one for each conversation of the last minutes."""

_RELEASE = (
    "if redis.call('get',KEYS[1])==ARGV[1] then return redis.call('del',KEYS[1]) end return 0"
)
"""Only who holds a lock lets go of it (the pattern of Redis's own documentation of SET NX)."""


class Signals:
    """Bells by name. A bell that rings while nobody listens is heard by `mark` and `wait`."""

    def __init__(self, redis_url: str | None = None) -> None:
        """Without a URL everything stays within this process."""
        self.name = secrets.token_hex(8)
        self._rings = 0
        self._rung: OrderedDict[str, int] = OrderedDict()
        """For each bell that rang lately the number of its last ring."""
        self._forgotten = 0
        self._waiting: defaultdict[str, set[asyncio.Future[None]]] = defaultdict(set)
        self._redis = Redis.from_url(redis_url, socket_timeout=2) if redis_url else None
        self._sending: set[asyncio.Task[None]] = set()
        self.down = False

    def mark(self, bell: str) -> int:
        """How far the bell's rings are; give it to `wait` to miss no ring in between."""
        return self._rung.get(bell, self._forgotten)

    def ring(self, bell: str) -> None:
        """Wakes who waits for the bell, here and, with Redis, in the other processes."""
        self._here(bell)
        if self._redis is not None:
            self._spawn(self._publish(bell))

    async def wait(self, bell: str, heard: int, seconds: float) -> None:
        """Returns when the bell rang after `heard` was marked, at the latest after `seconds`.

        Seldom earlier: when so many others rang since that this bell was forgotten.
        """
        if self.mark(bell) != heard:
            return
        rung: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[bell].add(rung)
        try:
            async with asyncio.timeout(seconds):  # 3.11's wait_for may lose a cancellation
                await rung
        except TimeoutError:
            return
        finally:
            self._waiting[bell].discard(rung)
            if not self._waiting[bell]:
                del self._waiting[bell]

    async def listen(self) -> None:
        """Passes on the other processes' rings until cancelled; Redis may come and go."""
        while self._redis is not None:
            try:
                async with self._redis.pubsub() as heard:
                    await heard.subscribe(CHANNEL)
                    self._is_up()
                    async for each in heard.listen():
                        if each["type"] == "message":
                            who, _, bell = each["data"].decode().partition(" ")
                            if who != self.name:
                                self._here(bell)
            except (RedisError, OSError) as error:
                self._is_down(error)
                await asyncio.sleep(1)

    async def lock(self, name: str) -> bool:
        """Whether this process may try to take the turn; True too when Redis cannot tell.

        The lock only spares the database; that one turn has one holder is decided there.
        """
        if self._redis is None:
            return True
        try:
            taken = await self._redis.set(LOCK + name, self.name, nx=True, ex=LOCK_SECONDS)
            self._is_up()
            return bool(taken)
        except (RedisError, OSError) as error:
            self._is_down(error)
            return True

    async def unlock(self, name: str) -> None:
        """Lets go of the lock if it is ours."""
        if self._redis is None:
            return
        try:
            await self._redis.eval(_RELEASE, 1, LOCK + name, self.name)
        except (RedisError, OSError) as error:
            self._is_down(error)

    async def close(self) -> None:
        """Lets go of Redis."""
        if self._redis is not None:
            await self._redis.aclose()

    def _here(self, bell: str) -> None:
        self._rings += 1
        self._rung[bell] = self._rings
        self._rung.move_to_end(bell)
        if len(self._rung) > REMEMBERED:
            self._forgotten = self._rung.popitem(last=False)[1]
        for each in self._waiting.get(bell, ()):
            if not each.done():
                each.set_result(None)

    async def _publish(self, bell: str) -> None:
        if self._redis is None:
            return
        try:
            await self._redis.publish(CHANNEL, f"{self.name} {bell}")
            self._is_up()
        except (RedisError, OSError) as error:
            self._is_down(error)

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    def _is_down(self, error: Exception) -> None:
        if not self.down:
            log.warning("Redis is away (%s): slower, not wrong", type(error).__name__)
        self.down = True

    def _is_up(self) -> None:
        if self.down:
            log.info("Redis is back")
        self.down = False

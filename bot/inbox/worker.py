"""Takes what was heard, in order for each conversation, and has it answered."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.city import City
from bot.dialogue import Dialogue, Question
from bot.errors import LostTurn, RasaDown
from bot.inbox.choosing import choose, heard_in
from bot.inbox.firsts import (
    admitted,
    answered_without_rasa,
    asked_at_once,
    say_danger,
    say_first,
)
from bot.inbox.hearing import name_of_conversation
from bot.inbox.laying import count_try, lay_said, spend_tapped, still_waits
from bot.inbox.scene import Read, Scene, load, metadata, spoken_now
from bot.inbox.sense import Do, Tell, Think, sense
from bot.message import MAX_TEXT, Say
from bot.outbox import lay
from bot.reading import Finder
from bot.signals import Signals
from bot.store import AWAY, Store, Tx, mail, people, turns
from bot.store.tables import AddressRow, InboxRow
from bot.verbs import Ask, do

log = logging.getLogger(__name__)

STUMBLES = 8
"""Failures of ours with one message, five minutes in all, before a person gets it."""

AT_ONCE = 16
"""Conversations that are answered at the same time."""

HOLD = timedelta(seconds=60)
"""How long a worker may hold a conversation's turn; more than any turn takes."""

PAUSE = 0.02
"""Seconds before a conversation is looked at again that another worker has in hand."""

WAIT = timedelta(minutes=30)
"""How long words wait for Rasa before a person gets them."""

FRESH = 12
"""Turns after which a new session begins in Rasa, between tasks: its turns stay fast."""


@dataclass(frozen=True)
class Ears:
    """What the inbox needs to understand: the city, its places, and the reading."""

    city: City
    finder: Finder
    read: Read


class Inbox:
    """Answers what was heard; several may run on one PostgreSQL."""

    def __init__(
        self,
        store: Store,
        ears: Ears,
        dialogue: Dialogue,
        signals: Signals,
        now: Callable[[], datetime],
    ) -> None:
        """`now` gives the aware time."""
        self._store, self._ears, self._dialogue = store, ears, dialogue
        self._signals, self._now = signals, now
        self._busy: set[str] = set()
        self._stumbles: Counter[int] = Counter()
        self._room = asyncio.Semaphore(AT_ONCE)

    async def run(self, idle: float = 1.0) -> None:
        """Answers until cancelled; looks again when rung, at the latest after `idle` seconds."""
        async with asyncio.TaskGroup() as tasks:
            while True:
                heard = self._signals.mark("inbox")
                for address in (found := await self._waiting()):
                    await self._room.acquire()
                    self._busy.add(address)
                    tasks.create_task(self._turn_of(address))
                if not found:
                    await self._signals.wait("inbox", heard, idle)

    async def _waiting(self) -> Sequence[str]:
        """Conversations with mail; none while the database is away."""
        try:
            async with self._store.read() as tx:
                return await mail.conversations_with_mail(tx, self._now(), self._busy)
        except AWAY as error:
            log.warning("the inbox waits for the database: %s", type(error).__name__)
            return ()

    async def _turn_of(self, address: str) -> None:
        """One message of one conversation, then the others get their chance."""
        name = name_of_conversation(address)
        locked = await self._signals.lock(name)
        try:
            if locked:
                await self._next(address)
            else:
                await asyncio.sleep(PAUSE)
        except LostTurn as error:
            log.info("%s", error)
            await asyncio.sleep(PAUSE)
        except Exception:
            log.exception("a message could not be answered; it is kept and tried again")
            await self._put_off(address)
        finally:
            if locked:
                await self._signals.unlock(name)
            self._busy.discard(address)
            self._room.release()
            self._signals.ring("inbox")

    async def _next(self, address: str) -> None:
        async with self._store.read() as tx:
            rows = await mail.waiting_in(tx, address)
        row = choose(rows, self._now())
        if row is None:
            return
        if self._stumbles[row.id or 0] >= STUMBLES:
            await self._give_up(row)
        elif isinstance(wanted := sense(heard_in(row)), Think):
            await self._think(row, wanted)
        else:
            await self._at_once(row, wanted)
        self._signals.ring("outbox")

    async def _at_once(self, row: InboxRow, wanted: Do | Tell) -> None:
        """A verb or a sentence: done, answered and over in one transaction."""
        now = self._now()
        async with self._store.write() as tx:
            fence = await self._take(tx, row, now)
            scene = await load(tx, row, self._ears.read, now)
            await spend_tapped(tx, scene)
            if scene.heard.edits:
                await say_danger(tx, scene, self._ears.city)
            ask = asked_at_once(scene, wanted)
            done = await do(tx, self._ears.city, ask) if ask else {"onward": True}
            if isinstance(wanted, Tell) and done.get("onward"):
                facts = {"limit": MAX_TEXT, **wanted.facts}
                told = Say(scene.person.id, wanted.key, facts, beside=True)
                await lay(tx, [told], scene.turn, now)
            await self._over(tx, scene, fence)

    async def _think(self, row: InboxRow, wanted: Think) -> None:
        """Words for Rasa: the turn is held, asked, and kept whole or not at all."""
        prepared = await self._prepare(row, wanted)
        if prepared is None:
            return
        scene, question, fence = prepared
        try:
            answer = await self._dialogue.ask(question)
        except RasaDown as error:
            log.warning("message %s waits: %s", row.id, error)
            await self._keep_for_later(scene, fence)
            return
        async with self._store.write() as tx:
            await lay_said(tx, scene, answer)
            address = await tx.get(AddressRow, scene.address.id)
            if address is not None:
                address.busy, address.told_kept = answer.busy, False
                address.turns = 0 if question.fresh else address.turns + 1
                tx.add(address)
            await self._over(tx, scene, fence)

    async def _prepare(self, row: InboxRow, wanted: Think) -> tuple[Scene, Question, int] | None:
        """Takes the turn and says what cannot wait; None when Rasa is not needed."""
        now, ears = self._now(), self._ears
        async with self._store.write() as tx:
            fence = await self._take(tx, row, now)
            scene = await load(tx, row, ears.read, now)
            await spend_tapped(tx, scene)
            scene = await self._speak_their_language(tx, scene)
            await say_first(tx, scene, ears.city)
            if not await admitted(tx, scene, wanted, ears.city) or await answered_without_rasa(
                tx, scene, ears.city
            ):
                await self._over(tx, scene, fence)
                return None
            told = await metadata(tx, scene, ears.city, ears.finder)
            again = row.tries > 0
            await count_try(tx, row)
        question = Question(
            sender=scene.address.id,
            message_id=str(row.id),
            text=wanted.text,
            metadata=told,
            parse=wanted.parse,
            fresh=not scene.address.busy and scene.address.turns >= FRESH,
            again=again,
        )
        return scene, question, fence

    async def _speak_their_language(self, tx: Tx, scene: Scene) -> Scene:
        language = spoken_now(scene, self._ears.city.languages)
        if language is None or (scene.relay is not None and scene.person.coordinator):
            return scene
        await people.set_language(tx, scene.person.id, language)
        return await load(tx, scene.row, self._ears.read, scene.now)

    async def _keep_for_later(self, scene: Scene, fence: int) -> None:
        """Rasa is away: the words wait, and after a while a person gets them."""
        now = self._now()
        async with self._store.write() as tx:
            row = await tx.get(InboxRow, scene.row.id)
            address = await tx.get(AddressRow, scene.address.id)
            if row is None or address is None:
                return
            if now - row.received_at > WAIT:
                facts = {"text": scene.heard.text, "why": "unread"}
                await do(
                    tx,
                    self._ears.city,
                    Ask("keep_for_person", facts, scene.person.id, scene.turn, now),
                )
                await self._over(tx, scene, fence, mail.TRIAGE)
                return
            if not address.told_kept:
                await lay(tx, [Say(scene.person.id, "kept")], scene.turn, now, at_once=True)
                address.told_kept = True
                tx.add(address)
            row.try_at = now + timedelta(seconds=min(2.0 ** min(row.tries, 6) * 0.25, 15))
            tx.add(row)
            await self._end(tx, scene, fence, now)

    async def _put_off(self, address: str) -> None:
        try:
            async with self._store.write() as tx:
                for row in await mail.waiting_in(tx, address, 1):
                    row.tries += 1
                    row.try_at = self._now() + timedelta(seconds=2.0 ** min(row.tries, 6))
                    tx.add(row)
                    self._stumbles[row.id or 0] += 1
        except AWAY:
            await asyncio.sleep(1)

    async def _give_up(self, row: InboxRow) -> None:
        """A message that can never be answered here: a person gets it, and the next has its turn.

        Lost nothing: it stays in the inbox as it came.
        """
        log.error("message %s failed %d times: a person gets it", row.id, STUMBLES)
        now = self._now()
        try:
            async with self._store.write() as tx:
                fence = await self._take(tx, row, now)
                scene = await load(tx, row, self._ears.read, now)
                facts = {"text": scene.heard.text[:MAX_TEXT], "why": "unread"}
                ask = Ask("keep_for_person", facts, scene.person.id, scene.turn, now)
                await do(tx, self._ears.city, ask)
                await self._over(tx, scene, fence, mail.TRIAGE)
        except LostTurn:
            raise
        except Exception:
            log.exception("nor could it be given to a person; it stays as it came")
            async with self._store.write() as tx:
                await mail.set_aside(tx, row.id or 0, now)
        del self._stumbles[row.id or 0]

    async def _take(self, tx: Tx, row: InboxRow, now: datetime) -> int:
        """The turn's fence; 0 on SQLite, where one process answers.

        Raises LostTurn, and so undoes the transaction, when another worker is at it or was.
        """
        fence: int | None = 0
        if not self._store.is_sqlite:
            name = name_of_conversation(row.address)
            fence = await turns.take(tx, name, self._signals.name, now, HOLD)
        if fence is None or not await still_waits(tx, row, now):
            raise LostTurn("another worker answers this")
        return fence

    async def _end(self, tx: Tx, scene: Scene, fence: int, now: datetime) -> None:
        if not self._store.is_sqlite:
            await turns.end(tx, name_of_conversation(scene.address.id), fence, now)

    async def _over(self, tx: Tx, scene: Scene, fence: int, state: str = mail.ANSWERED) -> None:
        """The message is answered: what was laid for it may leave."""
        now = self._now()
        row = await tx.get(InboxRow, scene.row.id, populate_existing=True)
        if row is not None:
            row.state, row.answered_at = state, now
            tx.add(row)
        await tx.flush()
        await mail.release_turn(tx, scene.row.id or 0)
        await self._end(tx, scene, fence, now)

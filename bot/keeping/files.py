"""Makes the file with all that is kept of a person, beside all else, and says so."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.core.rights import (
    ABOUT_SOMEBODY,
    FILE_LIFE,
    event_told,
    talk_told,
    tells_of_others,
    ticket_told,
    whose,
)
from bot.dialogue import Dialogue
from bot.errors import RasaDown
from bot.message import File, Say
from bot.outbox import lay, show
from bot.store import Store, exports, traces
from bot.store.tables import OutboxRow, PhotoRow
from bot.store.traces import Traces, row_told
from bot.voice import Voice

log = logging.getLogger(__name__)

MOST_PHOTOS = 40_000_000
"""Bytes of pictures in one file: Telegram takes none above 50 MB (Bot API, sendDocument)."""

LONGEST = 60.0
"""Seconds between two tries at most."""


class Files:
    """Makes the files that were asked for; several may run on one PostgreSQL."""

    def __init__(self, store: Store, voice: Voice, dialogue: Dialogue) -> None:
        self._store, self._voice, self._dialogue = store, voice, dialogue

    async def make(self, now: datetime) -> int:
        """Makes what is asked for now; gives how many. Raises RasaDown: then it is tried again."""
        async with self._store.read() as tx:
            wanted = await exports.to_make(tx, now)
        made = 0
        for identity, person, tries in wanted:
            async with self._store.write() as tx:
                if not await exports.take(tx, identity, now):
                    continue
            try:
                made += await self._make(identity, person, now)
            except RasaDown:
                wait = timedelta(seconds=min(2.0 ** min(tries, 16), LONGEST))
                async with self._store.write() as tx:
                    await exports.put_off(tx, identity, now + wait)
                raise
        return made

    async def _make(self, identity: str, person: str, now: datetime) -> bool:
        async with self._store.read() as tx:
            found = await traces.of_person(tx, person)
        if found is None:
            return False
        events = {each.id: await self._dialogue.events(each.id) for each in found.addresses}
        photos, left = await self._photos(found)
        told = {**self._told(found), "conversations": events, "pictures_left_out": left}
        readme = self._readme(found.person.language, now, len(left))
        data = await asyncio.to_thread(pack, told, readme, photos)
        file = File(f"my-data-{now:%Y-%m-%d}.zip", data)
        until = (now + FILE_LIFE).isoformat()
        async with self._store.write() as tx:
            if not await exports.finish(tx, identity, file, now):
                return False
            await lay(tx, [Say(person, "export-ready", {"until": until}, file=identity)], None, now)
        return True

    def _told(self, found: Traces) -> dict[str, Any]:
        """All rows of a person as JSON, without other people's ids and what they wrote."""
        person, own = found.person.id, {each.ref for each in found.tickets}
        return {
            "person": row_told(found.person),
            "addresses": _told(found.addresses),
            "roles": _given(found.roles, person),
            "volunteer": _told([found.offer] if found.offer else []),
            "invitations": _given(found.invitations, person),
            "groups": _told(found.groups),
            "messages_in": _told(found.heard),
            "messages_out": [self._said(each, own, found) for each in found.said],
            "answers_to_commands": _told(found.commands),
            "turns": _told(found.turns),
            "tickets": [
                ticket_told(each, person)
                | {"events": [event_told(e, person) for e in found.events if e.ref == each.ref]}
                for each in found.tickets
            ],
            "talks_with_a_person": [talk_told(each, found.lines, person) for each in found.talks],
            "what_you_did_for_others": [event_told(each, person) for each in found.work],
            "tickets_you_follow": _told(found.follows),
            "taken_down_and_not_confirmed": _told(found.drafts),
            "what_your_tickets_mean": [
                {"ref": each.ref, "traits": each.traits, "vector": (each.vector or b"").hex()}
                for each in found.meanings
            ],
            "files_like_this": [
                dict(zip(("id", "state", "asked_at", "expires"), each, strict=True))
                for each in found.exports
            ],
        }

    def _said(self, row: OutboxRow, own: set[str], found: Traces) -> dict[str, Any]:
        told = row_told(row)
        talks = {each.id for each in found.talks if each.person == found.person.id}
        foreign = row.relay is not None and row.relay not in talks
        foreign |= row.key in ABOUT_SOMEBODY
        if foreign or tells_of_others(row.ref, row.facts, own):
            return {**told, "facts": None, "buttons": None, "about_others": True}
        try:
            shown = show(self._voice, row, found.person.language)
        except KeyError:
            return {**told, "text": None}
        labels = [each.label for line in shown.buttons for each in line]
        return {**told, "text": shown.text, "button_labels": labels}

    async def _photos(self, found: Traces) -> tuple[dict[str, bytes], list[str]]:
        """The pictures that fit, by id, and the ids of those that do not."""
        photos: dict[str, bytes] = {}
        left: list[str] = []
        room = MOST_PHOTOS
        async with self._store.read() as tx:
            for name in sorted(found.photos):
                row = await tx.get(PhotoRow, name)
                if row is None:
                    continue
                if len(row.data) > room:
                    left.append(name)
                    continue
                room -= len(row.data)
                photos[name] = row.data
        return photos, left

    def _readme(self, language: str, now: datetime, left: int) -> str:
        facts = {"date": f"{now:%Y-%m-%d %H:%M} UTC", "count": left}
        return self._voice.say(language, "export-readme", facts, now)


def pack(told: Mapping[str, Any], readme: str, photos: Mapping[str, bytes]) -> bytes:
    """The file: a text to read first, everything as JSON, the pictures."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("README.txt", readme.replace("\n", "\r\n") + "\r\n")
        packed.writestr("my-data.json", json.dumps(told, ensure_ascii=False, indent=1, default=str))
        for name, data in photos.items():
            packed.writestr(zipfile.ZipInfo(f"pictures/{name}.jpg"), data)
    return out.getvalue()


def _given(rows: Iterable[Any], person: str) -> list[dict[str, Any]]:
    """Rows as JSON that say who gave it to whom, but not by the id of another."""
    return [
        told | {name: whose(told[name], person) for name in ("by", "used_by") if name in told}
        for told in _told(rows)
    ]


def _told(rows: Iterable[Any]) -> list[dict[str, Any]]:
    return [row_told(each) for each in rows]

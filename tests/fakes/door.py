"""The house as a channel sees it, kept in memory: what was heard, what is to be said."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from bot.channels import Door
from bot.errors import BadPhoto, ManyhandsError
from bot.message import Address, Facts, File, Heard, Shown, ShownButton
from tests.fakes.bell import PATIENCE, Bell

CITY: Mapping[str, str] = {"en": "Willowbridge", "zh": "柳桥市"}

PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
"""How a JPEG and a PNG begin."""

MAX_PHOTO = 10 * 1024 * 1024


class DatabaseDown(ManyhandsError):
    """The database did not take it."""


class FakeDoor:
    """Keeps the `Door` contract. A test reads `heard` and lays messages with `lay`.

    `hold` makes the inbox slow, `fail` makes it refuse, as a database would.
    """

    def __init__(self, var: Path, languages: tuple[str, ...] = ("en", "zh")) -> None:
        self.heard: list[Heard] = []
        """What was committed, in order; each once."""
        self.asked: list[Heard] = []
        """Every call of `hear`, repeated and failed ones too."""
        self.photos: dict[str, bytes] = {}
        self.files: dict[tuple[Address, str], File] = {}
        """By whose they are and by id."""
        self.tokens: dict[str, tuple[Address, str]] = {}
        self.roles: dict[Address, tuple[str, str, str]] = {}
        """Role, name and language of who became somebody."""
        self.answers_at_once = True
        """Whether what was heard counts as answered; otherwise only after `answer`."""
        self.poison = ""
        """A text with these words is never taken."""
        self.bell = Bell()
        self._var = var
        self._languages = languages
        self._log: list[tuple[Address, Heard | Shown]] = []
        self._failures = {"hear": 0, "keep_photo": 0}
        self._done: set[int] = set()
        self._held = False
        self._last = 0

    @property
    def door(self) -> Door:
        """What a channel is given."""
        return Door(
            hear=self._hear,
            keep_photo=self._keep_photo,
            photo=self._photo,
            said=self._said,
            history=self._history,
            changed=self._changed,
            answered=self._answered,
            may_see_photo=self._may_see_photo,
            file=self._file,
            lend=self._lend,
            collect=self._collect,
            text=self.text,
            languages=self._languages,
            city=CITY,
            var=self._var,
            become=self._become,
        )

    # What a test does.

    def fail(self, times: int = 1, what: str = "hear") -> None:
        """The next calls of `hear` (or `keep_photo`) fail."""
        self._failures[what] = times

    @contextmanager
    def hold(self) -> Iterator[None]:
        """`hear` commits nothing and does not return before this ends."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
            self.bell.ring()

    def shown(
        self,
        text: str,
        *rows: Sequence[tuple[str, str]],
        language: str = "en",
        photo: str | None = None,
        ask: Literal["place"] | None = None,
        file: str | None = None,
    ) -> Shown:
        """A message to send, with rows of (label, tap)."""
        self._last += 1
        buttons = tuple(tuple(ShownButton(label, tap) for label, tap in row) for row in rows)
        return Shown(
            id=self._last,
            key="test",
            text=text,
            language=language,
            facts={},
            buttons=buttons,
            ask=ask,
            photo=photo,
            file=file,
        )

    def lay(self, to: Address, shown: Shown) -> Shown:
        """Lays a message for an address, where `said` and `history` find it."""
        self._log.append((to, shown))
        self.bell.ring()
        return shown

    def answer(self, inbox: int) -> None:
        """A heard message is answered, and all its answers were sent."""
        self._done.add(inbox)
        self.bell.ring()

    async def hears(self, count: int = 1, seconds: float = PATIENCE) -> list[Heard]:
        """What was heard, once it is so much."""
        return await self.bell.until(
            lambda: self.heard if len(self.heard) >= count else None, seconds
        )

    async def is_asked(self, count: int = 1, seconds: float = PATIENCE) -> list[Heard]:
        """Every call of `hear`, once there were so many."""
        return await self.bell.until(
            lambda: self.asked if len(self.asked) >= count else None, seconds
        )

    # What a channel does.

    async def _hear(self, heard: Heard) -> int:
        self.asked.append(heard)
        self.bell.ring()
        await self.bell.until(lambda: not self._held)
        self._fails("hear")
        if self.poison and self.poison in heard.text:
            raise DatabaseDown
        for number, earlier in enumerate(self.heard, start=1):
            if (earlier.address.channel, earlier.message_id) == (
                heard.address.channel,
                heard.message_id,
            ):
                return number
        self.heard.append(heard)
        self._log.append((heard.address, heard))
        self.bell.ring()
        return len(self.heard)

    async def _keep_photo(self, data: bytes) -> str:
        self._fails("keep_photo")
        if len(data) > MAX_PHOTO:
            raise BadPhoto("photo-too-large")
        if not data.startswith(PICTURES):
            raise BadPhoto
        name = hashlib.sha256(data).hexdigest()[:16]
        self.photos[name] = data
        return name

    async def _photo(self, name: str) -> bytes | None:
        return self.photos.get(name)

    async def _said(self, to: Address, after: int) -> Sequence[Shown]:
        return [
            each
            for address, each in self._log
            if address == to and isinstance(each, Shown) and each.id > after
        ]

    async def _history(self, to: Address, count: int) -> Sequence[Heard | Shown]:
        found = [each for address, each in self._log if address == to]
        return found[-count:] if count > 0 else []

    async def _changed(self, to: Address, seconds: float) -> None:
        await self.bell.next(seconds)

    async def _answered(self, inbox: int) -> bool:
        return inbox in self._done or (self.answers_at_once and inbox <= len(self.heard))

    async def _become(self, who: Address, role: str, name: str, language: str) -> None:
        self.roles[who] = (role, name, language)
        self.bell.ring()

    async def _may_see_photo(self, who: Address, name: str) -> bool:
        return any(address == who and each.photo == name for address, each in self._log)

    async def _file(self, who: Address, name: str) -> File | None:
        return self.files.get((who, name))

    async def _lend(self, who: Address, name: str) -> str | None:
        if (who, name) not in self.files:
            return None
        token = f"token-{len(self.tokens)}"
        self.tokens[token] = (who, name)
        return token

    async def _collect(self, who: Address, token: str) -> File | None:
        whose, name = self.tokens.pop(token, (None, ""))
        return self.files.get((who, name)) if whose == who else None

    @staticmethod
    def text(language: str, key: str, facts: Facts) -> str:
        """A label that tells where it comes from: `tap-share-place (en)`."""
        values = "".join(f" {name}={value}" for name, value in facts.items())
        return f"{key} ({language}){values}"

    def _fails(self, what: str) -> None:
        if self._failures[what]:
            self._failures[what] -= 1
            raise DatabaseDown

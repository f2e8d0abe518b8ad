"""The files that people sent, by the ids and paths under which the Bot API gives them."""

from __future__ import annotations

from typing import Any

from tests.fakes.bot_api.faults import bad

MAX_DOWNLOAD = 20 * 1024 * 1024
"""Bytes (Bot API, getFile)."""


class Files:
    """Kept in memory, given out by id, downloaded by path."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def add(self, data: bytes) -> dict[str, Any]:
        """Keeps a file and gives what a message tells of it."""
        number = len(self._kept) + 1
        name = f"AgACAgIAAxkBAAI{number:05d}"
        self._kept[name] = data
        return {"file_id": name, "file_unique_id": f"AQAD{number:05d}", "file_size": len(data)}

    def told(self, name: str) -> dict[str, Any]:
        """The answer of getFile. Raises Refusal."""
        data = self._kept.get(name)
        if data is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if len(data) > MAX_DOWNLOAD:
            raise bad("file is too big")
        return {
            "file_id": name,
            "file_unique_id": f"AQAD{name[-5:]}",
            "file_size": len(data),
            "file_path": f"photos/{name}.jpg",
        }

    def at(self, path: str) -> bytes | None:
        """What lies at a path."""
        return self._kept.get(path.removeprefix("photos/").removesuffix(".jpg"))

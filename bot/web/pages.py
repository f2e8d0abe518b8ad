"""The page's files: read once, sent packed, and kept by browsers while they are unchanged."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

FOLDER = Path(__file__).parent / "page"

TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webmanifest": "application/manifest+json",
}


@dataclass(frozen=True)
class File:
    """A file as it is sent."""

    kind: str
    plain: bytes
    packed: bytes
    mark: str

    @classmethod
    def read(cls, path: Path) -> File:
        """Raises KeyError for a kind of file that the page does not have."""
        plain = path.read_bytes()
        mark = f'"{hashlib.sha256(plain).hexdigest()[:16]}"'
        return cls(TYPES[path.suffix], plain, gzip.compress(plain, mtime=0), mark)

    def answer(self, request: web.Request) -> web.Response:
        """The file, or 304 for who has it."""
        headers = {"ETag": self.mark, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        if self.mark in request.headers.get("If-None-Match", ""):
            return web.Response(status=304, headers=headers)
        body = self.plain
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            body = self.packed
        charset = "utf-8" if self.kind.startswith("text/") else None
        return web.Response(body=body, headers=headers, content_type=self.kind, charset=charset)


def page_routes() -> Sequence[web.AbstractRouteDef]:
    """The chat page at `/` and its files under `/page/`."""
    files = {each.name: File.read(each) for each in FOLDER.iterdir() if each.suffix in TYPES}

    async def page(request: web.Request) -> web.Response:
        return files["index.html"].answer(request)

    async def file(request: web.Request) -> web.Response:
        found = files.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return found.answer(request)

    return [web.get("/", page), web.get("/page/{name}", file)]

"""The server: its headers, what it tells of itself, and what it keeps to itself."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, web

from bot.channels.web.labels import LABELS
from bot.web import Vitals, serving, web_app
from bot.web.pages import FOLDER
from bot.web.server import MOST_BODY

SECRET = "a-word-of-a-person"


async def well() -> Mapping[str, bool]:
    return {"database": True, "rasa": True}


async def ill() -> Mapping[str, bool]:
    return {"database": True, "rasa": False}


async def worse() -> Mapping[str, bool]:
    raise RuntimeError(SECRET)


async def numbers() -> Mapping[str, float]:
    return {'manyhands_waiting{box="inbox"}': 3, "manyhands_uptime_seconds": 1.5}


async def broken(request: web.Request) -> web.Response:
    raise RuntimeError(SECRET)


async def swallow(request: web.Request) -> web.Response:
    return web.Response(text=str(len(await request.read())))


@asynccontextmanager
async def browsing(vitals: Vitals | None = None) -> AsyncIterator[ClientSession]:
    """Somebody at a server with the page and two routes."""
    routes = [web.get("/broken/{secret}", broken), web.post("/swallow", swallow)]
    routes.append(web.post("/api/say", swallow))  # so that the page comes, too
    app = web_app(routes, vitals or Vitals(well, numbers))
    async with serving(app, "127.0.0.1", 0) as url, ClientSession(url) as http:
        yield http


@pytest.mark.parametrize("path", ["/", "/page/app.js", "/nowhere", "/broken/x", "/health"])
async def test_every_answer_is_shielded(path: str) -> None:
    async with browsing() as http, http.get(path) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "aiohttp" not in answer.headers["Server"].lower()


async def test_a_failure_echoes_and_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    async with browsing() as http, http.get(f"/broken/{SECRET}") as answer:
        assert answer.status == 500
        assert SECRET not in await answer.text()
    assert SECRET not in caplog.text
    assert "GET /broken/{secret}: RuntimeError" in caplog.text


async def test_a_body_too_large_is_refused() -> None:
    async with browsing() as http:
        async with http.post("/swallow", data=bytes(MOST_BODY)) as answer:
            assert answer.status == 200
        async with http.post("/swallow", data=bytes(MOST_BODY + 1)) as answer:
            assert answer.status == 413


@pytest.mark.parametrize("name", ["index.html", "app.js", "app.css", "mark.svg"])
async def test_a_file_comes_packed_and_only_once(name: str) -> None:
    path = "/" if name == "index.html" else f"/page/{name}"
    async with browsing() as http:
        async with http.get(path) as first:
            assert await first.read() == (FOLDER / name).read_bytes()
            assert first.headers["Content-Encoding"] == "gzip"
        async with http.get(path, headers={"If-None-Match": first.headers["ETag"]}) as again:
            assert again.status == 304
        async with http.get(path, headers={"Accept-Encoding": "identity"}) as plain:
            assert "Content-Encoding" not in plain.headers
            assert await plain.read() == (FOLDER / name).read_bytes()


async def test_there_is_no_page_without_the_chat() -> None:
    app = web_app([], Vitals(well, numbers))
    async with (
        serving(app, "127.0.0.1", 0) as url,
        ClientSession(url) as http,
        http.get("/") as answer,
    ):
        assert answer.status == 404


@pytest.mark.parametrize("path", ["/page/none.js", "/page/..%2fserver.py", "/page/", "/server.py"])
async def test_nothing_else_is_served(path: str) -> None:
    async with browsing() as http, http.get(path) as answer:
        assert answer.status == 404


async def test_health_tells_each_part() -> None:
    async with browsing() as http, http.get("/health") as answer:
        assert answer.status == 200
        assert await answer.json() == {"ok": True, "parts": {"database": True, "rasa": True}}
    async with browsing(Vitals(ill, numbers)) as http, http.get("/health") as answer:
        assert answer.status == 503
        assert await answer.json() == {"ok": False, "parts": {"database": True, "rasa": False}}
    async with browsing(Vitals(worse, numbers)) as http, http.get("/health") as answer:
        assert answer.status == 503
        assert SECRET not in await answer.text()


async def test_numbers_are_told_as_prometheus_reads_them() -> None:
    async with browsing() as http:
        async with http.get("/broken/x"):
            pass
        async with http.get("/nowhere"):
            pass
        async with http.get("/metrics") as answer:
            lines = (await answer.text()).splitlines()
    assert 'manyhands_waiting{box="inbox"} 3' in lines
    assert "manyhands_uptime_seconds 1.5" in lines
    total = "manyhands_requests_total"
    assert f'{total}{{method="GET",route="/broken/{{secret}}",status="500"}} 1' in lines
    assert f'{total}{{method="GET",route="unknown",status="404"}} 1' in lines


async def test_numbers_are_not_for_everybody() -> None:
    passed_on = {"X-Forwarded-For": "192.0.2.1"}
    async with browsing() as http, http.get("/metrics", headers=passed_on) as answer:
        assert answer.status == 404
    async with browsing(Vitals(well, numbers, token="t0ken")) as http:
        async with http.get("/metrics") as answer:
            assert answer.status == 404
        async with http.get("/metrics", headers={"Authorization": "Bearer t0ken"}) as answer:
            assert answer.status == 200


async def test_a_stop_lets_a_request_end() -> None:
    begun, end = asyncio.Event(), asyncio.Event()

    async def slow(request: web.Request) -> web.Response:
        begun.set()
        await end.wait()
        return web.Response(text="done")

    app = web_app([web.get("/slow", slow)], Vitals(well, numbers))
    async with ClientSession() as http:
        async with serving(app, "127.0.0.1", 0) as url:
            asking = asyncio.create_task(http.get(f"{url}/slow"))
            await begun.wait()
            asyncio.get_running_loop().call_later(0.05, end.set)
        async with await asking as answer:
            assert await answer.text() == "done"


# The page's files


def files(kind: str) -> dict[str, str]:
    found = {each.name: each.read_text("utf-8") for each in FOLDER.glob(f"*.{kind}")}
    assert found
    return found


def test_the_page_asks_nobody_else() -> None:
    names = re.compile(r"""(?:https?:)?//[a-z0-9-]+\.[a-z]""")
    for kind in ("html", "css", "js", "svg", "webmanifest"):
        for name, text in files(kind).items():
            assert not names.search(text.replace("http://www.w3.org", "")), name


def test_the_page_has_no_markup_from_text_and_no_inline_code() -> None:
    for name, text in files("js").items():
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert word not in text, name
    (html,) = files("html").values()
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|<style|\son[a-z]+=", html)


def test_every_label_is_used_and_every_used_label_is_given() -> None:
    (html,) = files("html").values()
    used = set(re.findall(r'data-(?:words|label|placeholder)="([\w-]+)"', html))
    for text in files("js").values():
        used |= set(re.findall(r'\bword\(\s*"([\w-]+)"', text))
    used |= {f"examples-{number}" for number in range(1, 5)}
    used |= {"my-tickets", "help", "status"}  # taps of the page's own
    assert used == set(LABELS)


def test_every_drawing_is_there() -> None:
    (html,) = files("html").values()
    there = set(re.findall(r'<symbol id="draw-([\w-]+)"', html))
    used = set(re.findall(r'href="#draw-([\w-]+)"', html))
    for text in files("js").values():
        used |= set(re.findall(r'(?:\b(?:icon|round)\("|"#draw-)([\w-]+)"', text))
        for names in re.findall(r"EXAMPLES = \[(.*)\]", text):
            used |= set(re.findall(r"\w+", names))
    assert used == there


def test_no_file_of_the_page_is_long() -> None:
    for kind in ("html", "css", "js"):
        for name, text in files(kind).items():
            assert text.count("\n") <= 300, name

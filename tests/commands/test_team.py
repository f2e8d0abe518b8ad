"""An operator invites with a code, a picture or a page of paper, and sees who takes part."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from PIL import Image

from bot.__main__ import main
from bot.core.people import Role
from bot.message import Address
from bot.store import Store, people, roles, where
from bot.store.people import Newcomer
from bot.store.roles import Grant
from bot.voice import languages
from tests.conftest import NOW

pytestmark = pytest.mark.slow


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house of its own, with nothing set but where it stands."""
    for name in ("DATABASE_URL", "REDIS_URL", "MANYHANDS_PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MANYHANDS_VAR", str(tmp_path))
    return tmp_path


def store(var: Path) -> Store:
    return Store(f"sqlite:///{var / 'manyhands.db'}")


def know(var: Path, channel: str, link: str) -> None:
    """The running bot told where it is reached."""

    async def keep() -> None:
        opened = store(var)
        await opened.migrate()
        async with opened.write() as tx:
            await where.know(tx, channel, link)
        await opened.close()

    asyncio.run(keep())


def code_in(printed: str) -> str:
    return printed.split("/start ")[1].split(maxsplit=1)[0]


def test_an_invitation_is_printed_with_its_links(
    var: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["invite", "--role", "volunteer"]) == 0
    told = capsys.readouterr()
    assert f"http://127.0.0.1:8080/#join={code_in(told.out)}" in told.out
    assert "MANYHANDS_PUBLIC_URL" in told.err
    monkeypatch.setenv("MANYHANDS_PUBLIC_URL", "https://chat.example.org")
    know(var, "telegram", "https://t.me/BinhaiBot?start={code}")
    assert main(["invite", "--role", "coordinator"]) == 0
    told = capsys.readouterr()
    code = code_in(told.out)
    assert f"https://t.me/BinhaiBot?start={code}" in told.out
    assert f"https://chat.example.org/#join={code}" in told.out
    assert told.err == ""


def test_a_grid_workers_invitation_is_drawn_and_printed(
    var: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MANYHANDS_PUBLIC_URL", "https://chat.example.org")
    know(var, "telegram", "https://t.me/BinhaiBot?start={code}")
    svg, png, page = var / "code.svg", var / "code.png", var / "page.html"
    words = ["invite", "--role", "responder", "--for", "lighting_division", "--area", "heping_1"]
    assert main([*words, "--qr", str(svg), "--print", str(page)]) == 0
    code = code_in(capsys.readouterr().out)
    assert svg.read_text("utf-8").startswith("<?xml")
    text = page.read_text("utf-8")
    assert "size: A5" in text
    assert text.count("<svg") == 2
    assert text.count(f"<code>{code}</code>") == len(languages())
    assert text.index('lang="zh"') < text.index('lang="en"')
    assert "http" not in text.replace("http://www.w3.org", ""), "nothing is fetched to print it"
    assert main([*words, "--qr", str(png)]) == 0
    with Image.open(png) as picture:
        assert picture.width == picture.height > 200

    async def invited() -> tuple[str, str]:
        opened = store(var)
        async with opened.read() as tx:
            row = await people.invitation(tx, code)
        await opened.close()
        assert row is not None
        return row.responder, row.area

    assert asyncio.run(invited()) == ("lighting_division", "heping_1")


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["--role", "responder"], "--for"),
        (["--role", "volunteer", "--for", "service_desk"], "--for"),
        (["--role", "responder", "--for", "nobody"], "--for nobody"),
        (["--role", "volunteer", "--area", "heping_1"], "--area"),
        (["--role", "responder", "--for", "service_desk", "--area", "moon"], "--area moon"),
        (["--role", "volunteer", "--qr", "code.gif"], ".svg"),
        (["--role", "volunteer", "--print", "page.pdf"], ".html"),
        (["--role", "volunteer", "--qr", "/nowhere/code.svg"], "--qr /nowhere/code.svg"),
        (["--role", "volunteer", "--print", "/nowhere/page.html"], "--print /nowhere/page.html"),
    ],
)
def test_what_cannot_be_is_told_with_the_option(
    words: list[str], fault: str, var: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["invite", *words]) == 1
    assert fault in capsys.readouterr().err


def test_who_takes_part_is_shown_by_role_or_by_person(
    var: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def fill() -> None:
        opened = store(var)
        await opened.migrate()
        async with opened.write() as tx:
            rows = [
                await people.meet(tx, Address("console", n, n), Newcomer("en", n or None), NOW)
                for n in ("Chen", "Li", "")
            ]
            chen, li, nameless = [each.person for each in rows]
            await roles.grant(tx, chen, Grant(Role.COORDINATOR), NOW)
            grid = Grant(Role.RESPONDER, "service_desk", "heping_1", by=chen)
            await roles.grant(tx, li, grid, NOW)
            await roles.grant(tx, li, Grant(Role.VOLUNTEER, by="somebody gone"), NOW)
            await roles.grant(tx, nameless, Grant(Role.VOLUNTEER), NOW)
        await opened.close()

    asyncio.run(fill())
    assert main(["people"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [each.split()[0] for each in lines[:3]] == ["Chen", "Li", "Li"]
    assert "responder:service_desk:heping_1" in lines[1]
    assert lines[1].endswith("by Chen")
    assert lines[3].startswith("#")
    assert main(["people", "--json"]) == 0
    told = [json.loads(each) for each in capsys.readouterr().out.splitlines()]
    assert [len(each["roles"]) for each in told] == [1, 2, 1]
    assert told[1]["roles"][0]["area"] == "heping_1"

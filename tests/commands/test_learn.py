"""A city brings its own history, and what people put right becomes sentences for review."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from bot.__main__ import main
from bot.city import City
from bot.store import Store
from tests.desk.conftest import Desk

WATER = (
    "no water",
    "the tap is dry",
    "brown water",
    "water pressure",
    "burst water pipe",
    "水停了",
)
ROADS = ("hole in the road", "the street is broken", "deep pothole", "torn asphalt", "路面坏了")


def table(folder: Path, rows: Sequence[tuple[str, str, str]]) -> Path:
    """A city's history: a title, a body and a department."""
    path = folder / "history.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["title", "body", "office"])
        writer.writerows(rows)
    return path


def history(folder: Path) -> Path:
    rows = [
        (f"{each} at number {number}", f"please see to it, {each}", office)
        for office, said in (("water", WATER), ("roads", ROADS))
        for each in said
        for number in range(6)
    ]
    return table(folder, rows)


def learn(file: Path, out: Path, text: str = "title,body", label: str = "office") -> int:
    words = ["learn", "--history", str(file), "--text", text, "--label", label, "--out", str(out)]
    return main(words)


@pytest.mark.slow
def test_what_was_learned_labels_new_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "learned"
    assert learn(history(tmp_path), out) == 0
    assert "Macro-F1" in capsys.readouterr().out
    lines = [{"text": "there is no water in our flat"}, {"text": 3}, {"text": "a big pothole"}]
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{json.dumps(x)}\n" for x in lines)))
    assert main(["classify", "--model", str(out)]) == 1
    water, wrong, roads = map(json.loads, capsys.readouterr().out.splitlines())
    assert (water["label"], roads["label"]) == ("water", "roads")
    assert [each["label"] for each in roads["ranking"]] == ["roads", "water"]
    assert roads["confidence"] == roads["ranking"][0]["confidence"]
    assert "error" in wrong


WET = (
    "tap pipe leak flood drain pump valve basin boiler hydrant sewer toilet shower puddle well tank"
)
DRY = "asphalt kerb lane bridge crossing tunnel sign bollard tarmac gravel junction avenue ramp"


@pytest.mark.slow
def test_what_is_better_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "learned"
    words = [(each, "water") for each in WET.split()] + [(each, "roads") for each in DRY.split()]
    often = [
        (f"the {word} near number {n}", "", office) for word, office in words for n in range(6)
    ]
    assert learn(table(tmp_path, often), out) == 0
    kept = (out / "learned.joblib").read_bytes()
    once = [(word, "", office) for word, office in words]
    assert learn(table(tmp_path, once), out) == 1, "a word that came once teaches no other"
    assert "it stays" in capsys.readouterr().err
    assert (out / "learned.joblib").read_bytes() == kept


@pytest.mark.parametrize(
    ("rows", "text", "told"),
    [
        ([("a", "b", "c")] * 3, "title", "two are needed"),
        ([("a", "b", "c")] * 3 + [("d", "e", "f")] * 30, "title", "too few have: c (3)"),
        ([], "titel", "no column titel; it has title, body, office"),
        ([("", "", "c")] * 30, "title,body", "0 labels"),
    ],
)
def test_a_table_that_cannot_be_learned_is_told(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    rows: list[tuple[str, str, str]],
    text: str,
    told: str,
) -> None:
    assert learn(table(tmp_path, rows), tmp_path / "out", text) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_table_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert learn(tmp_path / "none.csv", tmp_path / "out") == 1
    assert "No such file" in capsys.readouterr().err
    (tmp_path / "odd.csv").write_bytes(b"title,office\n\xff\xfe,x\n")
    assert learn(tmp_path / "odd.csv", tmp_path / "out", "title") == 1
    assert "UTF-8" in capsys.readouterr().err
    assert main(["learn", "--history", "x.csv", "--text", "title"]) == 1
    assert "--label" in capsys.readouterr().err
    assert main(["classify", "--model", str(tmp_path)]) == 1
    assert "nothing was learned here" in capsys.readouterr().err


def test_corrections_are_written_without_names_and_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, city: City
) -> None:
    monkeypatch.setenv("MANYHANDS_VAR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert main(["migrate"]) == 0
    assert main(["learn", "--corrections"]) == 0
    assert "Nobody has put" in capsys.readouterr().out

    async def put_right() -> None:
        store = Store(f"sqlite:///{tmp_path / 'manyhands.db'}")
        desk = Desk(store, city)
        wang = await desk.person("Wang Fang")
        text = "Wang Fang here, 139 1111 2222, bags everywhere"
        ref = await desk.open(wang, "street_light", text=text)
        await desk.ask(wang, "change_kind", ref=ref, to="garbage")
        again = await desk.open(wang, "pothole", text="changed, and changed back")
        await desk.ask(wang, "change_kind", ref=again, to="garbage")
        await desk.ask(wang, "change_kind", ref=again, to="pothole")
        await store.close()

    asyncio.run(put_right())
    assert main(["learn", "--corrections"]) == 0
    (block,) = yaml.safe_load((tmp_path / "corrections.yml").read_text("utf-8"))["nlu"]
    assert (block["intent"], block["metadata"]) == ("report", {"kind": "garbage"})
    assert "bags everywhere" in block["examples"]
    assert "changed" not in block["examples"]
    assert not any(each in block["examples"] for each in ("Wang", "139", "2222"))

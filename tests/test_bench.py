"""Tests of the measurement's arithmetic: what it counts, and how it is told."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from bench.crowd import Crowd
from bench.drive import Level, Plan, drive
from bench.figures import middle, number, percentile, ratios, spread
from bench.mix import Conversation, Told, Turn, as_met, is_right, load
from bench.month import changed_city
from bench.people import Person, Reply
from bench.processes import role_of
from bench.project import learned, project
from bench.table import Row, table
from bot.city import City
from bot.city import load as load_city
from bot.core.catalogue import Kind
from bot.core.tickets import State
from bot.store import Store, tickets
from tests.conftest import NOW

ROOT = Path(__file__).parent.parent
LAMP = Turn("ticket", say="the lamp at Oak Road", category="street_light", place="Oak Road")


@pytest.mark.parametrize(
    ("values", "share", "wanted"),
    [
        ([], 0.5, None),
        ([7.0], 0.99, 7.0),
        ([3.0, 1.0, 2.0], 0.5, 2.0),
        ([4.0, 1.0, 2.0, 3.0], 0.5, 2.0),
        ([float(n) for n in range(1, 101)], 0.99, 99.0),
        ([float(n) for n in range(1, 1001)], 0.99, 990.0),
        ([1.0, 2.0], 0.0, 1.0),
    ],
)
def test_a_percentile_is_a_value_that_was_measured(
    values: list[float], share: float, wanted: float | None
) -> None:
    assert percentile(values, share) == wanted


def test_the_ratio_is_of_the_same_round_and_the_middle_of_all() -> None:
    ours, plain = [10.0, 20.0, 90.0], [5.0, 20.0, 30.0]
    assert ratios(ours, plain) == [2.0, 1.0, 3.0]
    assert spread(ratios(ours, plain)) == "2.00 (1.00 to 3.00)"


def test_a_round_in_which_one_side_was_not_measured_has_no_ratio() -> None:
    assert ratios([1.0, None, 4.0, 5.0], [2.0, 2.0, 0.0]) == [0.5]
    assert middle([None, 3.0, None, 1.0]) == 2.0
    assert middle([None]) is None


@pytest.mark.parametrize(
    ("value", "told"),
    [(None, "–"), (0.0, "0"), (0.5, "0.50"), (9.996, "10.0"), (42.25, "42.2"), (99.96, "100")],
)
def test_a_number_has_the_figures_that_matter(value: float | None, told: str) -> None:
    assert number(value) == told


def test_a_side_that_was_left_out_is_a_dash() -> None:
    rows = [Row[float]("speed", lambda each: each)]
    assert table(rows, [2.0, 4.0], []).splitlines()[-1] == "| speed | 3.00 | – | – |"


def test_a_turn_is_right_only_with_its_answer_about_the_right_category() -> None:
    assert is_right(LAMP, [Told("ticket", {"category": "street_light"})])
    assert not is_right(LAMP, [Told("ticket", {"category": "garbage"})])
    assert not is_right(LAMP, [Told("ask-place")])
    assert not is_right(LAMP, [])
    assert is_right(Turn("thanks", say="thanks"), [Told("status"), Told("thanks")])


def test_who_does_not_know_the_city_is_told_the_place_in_a_turn_more() -> None:
    asked = as_met(Conversation("en", (LAMP,)), knows_city=False)
    assert [(each.say, each.expect) for each in asked.turns] == [
        ("the lamp at Oak Road", "ask-place"),
        ("Oak Road", "ticket"),
    ]
    assert asked.turns[1].category == "street_light"
    assert as_met(Conversation("en", (LAMP,)), knows_city=True).turns == (LAMP,)


def test_who_asks_one_thing_more_is_told_it_in_a_turn_more() -> None:
    lift = Turn("ticket", say="the lift is stuck", category="elevator", detail="nobody is inside")
    asked = as_met(Conversation("en", (lift,)), knows_city=True)
    assert [(each.say, each.expect) for each in asked.turns] == [
        ("the lift is stuck", "ask-detail"),
        ("nobody is inside", "ticket"),
    ]
    assert as_met(Conversation("en", (lift,)), knows_city=False).turns == (lift,)


def test_the_mix_asks_the_same_of_both_languages() -> None:
    mix = load()
    zh, en = (
        [[(t.expect, t.tap, t.category) for t in each.turns] for each in mix if each.lang == lang]
        for lang in ("zh", "en")
    )
    assert zh == en
    assert len(zh) + len(en) == len(mix)


def test_a_tap_on_a_ticket_comes_after_the_ticket() -> None:
    for each in load():
        opened = [turn.expect == "ticket" for turn in each.turns]
        for number_, turn in enumerate(each.turns):
            assert not turn.ref or any(opened[:number_])


@pytest.mark.parametrize("turn", [{"expect": "ticket"}, {"expect": "cake", "say": "a"}])
def test_a_mix_that_cannot_be_meant_is_refused(tmp_path: Path, turn: dict[str, str]) -> None:
    path = tmp_path / "mix.json"
    path.write_text(json.dumps({"conversations": [{"lang": "en", "turns": [turn]}]}))
    with pytest.raises(ValueError, match=r"mix\.json"):
        load(path)


def test_only_right_turns_have_a_time_and_a_speed() -> None:
    level = Level(people=1, seconds=2.0)
    level.note(LAMP, Reply((Told("ticket", {"category": "street_light"}),), 0.1))
    level.note(LAMP, Reply((Told("ticket", {"category": "garbage"}),), 0.001))
    level.note(Turn("undone", tap="undo", ref=True), None, "no ticket to tap on")
    level.note(Turn("undone", tap="undo", ref=True), Reply((Told("undone"),), 0.02))
    level.processor = {"bot": 0.3, "rasa": 0.3}
    assert (level.due, level.answered, level.right, level.tickets) == (4, 3, 2, 1)
    assert level.times == {"sentence": [0.1], "tap": [0.02]}
    assert level.speed == 1.0
    assert level.share_right == 0.5
    assert level.latency("sentence", 0.5) == pytest.approx(100)
    assert level.processor_per_turn == pytest.approx(200)
    assert set(level.wrong) == {
        "the lamp at Oak Road -> ticket (garbage)",
        "/undo -> no ticket to tap on",
    }


class Echo:
    """A bot that answers everything in no time, but opens no tickets for some."""

    def __init__(self, opens: bool) -> None:
        self.opens = opens

    async def send(self, turn: Turn, ref: str | None) -> Reply:
        await asyncio.sleep(0)
        if turn.expect != "ticket":
            return Reply((Told(turn.expect if ref or not turn.ref else "oops"),), 0.01)
        told = Told("ticket", {"ref": "r", "category": turn.category})
        return Reply((told if self.opens else Told("ask-place"),), 0.01)

    async def leave(self) -> None:
        """Nothing."""


@pytest.mark.parametrize(("opens", "share"), [(True, 1.0), (False, 0.0)])
async def test_a_button_that_never_came_counts_as_wrong(
    opens: bool, share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bench.drive.WARM", 0.0)
    met: list[str] = []

    async def meet(name: str, lang: str) -> Person:
        met.append(name)
        return Echo(opens)

    talk = Conversation("en", (LAMP, Turn("undone", tap="undo", ref=True)))
    spent = iter([{"bot": 1.0}, {"bot": 1.5}])
    level = await drive([talk], meet, Plan("r", 2, 1.0, lambda: next(spent)))
    assert level.due > 2
    assert level.share_right == share
    assert level.processor == {"bot": 0.5}
    assert len(set(met)) == len(met)


@pytest.mark.parametrize(
    ("command", "role"),
    [
        (["python", "-m", "bot", "run"], "bot"),
        (["python", "-m", "rasa", "run", "-i", "127.0.0.1"], "rasa"),
        (["python", "leash.py", "log", "python", "-m", "rasa", "run"], "rasa"),
        (["python", "-m", "rasa_sdk", "--actions", "actions"], "actions"),
        (["python", "-c", "spawn_main"], "bot"),
    ],
)
def test_a_process_is_told_by_its_command(command: list[str], role: str) -> None:
    assert role_of(command, "bot") == role
    assert role_of(["python", "-c", "spawn_main"], role) == role


BLOCK = "nlu:\n- intent: {name}\n  metadata:\n    kind: {kind}\n    urgency: high\n  examples: |\n"


def test_each_kind_of_report_becomes_an_intent_of_its_own() -> None:
    text = BLOCK.format(name="report", kind="lift") + "    - stuck\n"
    asked = BLOCK.format(name="faq", kind="how_long") + "    - when\n"
    assert learned([text, asked]) == {"report_lift": ["- stuck"], "faq/how_long": ["- when"]}
    with pytest.raises(ValueError, match="kind"):
        learned(["nlu:\n- intent: report\n  examples: |\n    - stuck\n"])


def test_of_many_sentences_as_many_as_asked_for_are_learned_always_the_same() -> None:
    text = BLOCK.format(name="report", kind="lift")
    text += "".join(f"    - stuck {number}\n" for number in range(50))
    few = learned([text], 5)
    assert len(few["report_lift"]) == 5
    assert few == learned([text], 5)


def test_plain_rasa_learns_every_sentence_of_ours() -> None:
    data = {
        language: [each.read_text("utf-8") for each in (ROOT / "nlu" / language).glob("*.yml")]
        for language in ("zh", "en")
    }
    files = project(ROOT / "bench" / "plain", data, frozenset({"documents"}))
    for language, texts in data.items():
        blocks = [block for text in texts for block in yaml.safe_load(text)["nlu"]]
        ours = [len(each["examples"].splitlines()) for each in blocks if "intent" in each]
        theirs = yaml.safe_load(files[f"nlu/{language}.yml"])["nlu"]
        assert sum(len(each["examples"].splitlines()) for each in theirs) == sum(ours)
        for each in theirs:
            name = each["intent"].partition("/")[0]
            assert f'"rule": "{name}"' in files["rules.yml"].decode()
            assert f'"{name}"' in files["domain.yml"].decode()


def test_the_city_with_other_ladders_is_in_order(tmp_path: Path) -> None:
    changed = load_city(changed_city(tmp_path / "changed")).catalogue.categories
    firsts = [changed[each].ladder[0] for each in ("unpaid_wages", "green_space")]
    assert [each.kind for each in firsts] == [Kind.NGO, None]
    assert (firsts[1].volunteers, firsts[1].when.hours is None) == (True, False)


@pytest.mark.slow
async def test_of_an_invented_month_nothing_is_left_over(store: Store, city: City) -> None:
    await Crowd(store, city).live(NOW, timedelta(days=2), 20)
    async with store.read() as tx:
        found = await tickets.opened(tx, NOW, NOW + timedelta(days=2))
    assert len(found) == 20
    assert {each.state for each, _ in found} <= {State.CLOSED, State.CANCELLED}
    assert all(history[0].before is State.NEW for _, history in found)

"""Every key is a proper sentence in every language, whatever its facts are."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.city import City, load
from bot.voice import CHOOSING, CODED, FOLDER, NAMED, NESTED, TIMES, Voice, languages
from bot.voice.catalogue import catalogue
from bot.voice.filling import ISOLATE, POP
from tests.conftest import NOW, ROOT

WANTED = catalogue(FOLDER / "en.ftl").wanted
NUMBERS = frozenset(
    {
        *("count", "limit", "new", "waiting", "late", "solved", "day", "hour"),
        *("asked", "declined", "unanswered", "done", "silent", "hours"),
        *("yes", "of", "percent", "low", "high"),
    }
)
TEXTS = sorted(set().union(*WANTED.values()) - NAMED - CODED - TIMES - NESTED - CHOOSING - NUMBERS)
"""Facts that are shown as they are."""

EMPTY: tuple[Any, ...] = (None, "", {}, [])
UGLY = [
    "a\n\n  b\n",
    "{ $x } { -y } {z}",
    "<b>&amp;</b> *_`[x](y)",
    "“” () ， 。。 ·",
    "\ue000\ue001\ue002",
    "长" * 3000,
    "سلام\u202e",
]

HANDS: list[dict[str, Any]] = [
    {"key": "by-responder", "facts": {"responder": "lighting_division"}},
    {"key": "by-volunteer", "facts": {"name": "王芳"}},
    {"key": "by-neighbour", "facts": {}},
    {"key": "by-volunteers", "facts": {}},
    {"key": "by-coordinator", "facts": {}},
]
SPOTS: list[dict[str, Any]] = [
    {"key": "spot-both", "facts": {"place": "和平小区3号楼", "area": "heping"}},
    {"key": "spot-place", "facts": {"place": "Oak Road 12"}},
    {"key": "spot-area", "facts": {"area": "heping_1"}},
    {"key": "spot-none", "facts": {}},
]
PARTS: dict[str, dict[str, Any]] = {
    "why": {"key": "why-nearest", "facts": {"responder": "service_desk", "area": "heping"}},
    "last": {"key": "event-accept", "facts": {"at": NOW.isoformat()}},
    "first": {"key": "weekday-0", "facts": {}},
    "what": {"key": "as-volunteer", "facts": {}},
    "numbers": {"key": "emergency-number", "facts": {"name": "急救", "number": "120"}},
    "messages_for": {"key": "span-days", "facts": {"count": 30}},
    "photos_for": {"key": "span-months", "facts": {"count": 6}},
    "people_for": {"key": "span-years", "facts": {"count": 2}},
    "details": {"key": "door-ring", "facts": {"note": ""}},
    "behalf": {"key": "behalf-theirs", "facts": {"whom": "mother"}},
    "meant": {"key": "whom-own", "facts": {"whom": "mother"}},
    "following": {"key": "following", "facts": {"count": 3}},
    "pictures": {"key": "pictures", "facts": {"count": 3}},
    "days": {"key": "digest-day", "facts": {"weekday": 6}},
    **{
        f"{each}_rate": {"key": "share", "facts": {"yes": 8, "of": 10, "percent": 80}}
        for each in ("contacted", "solved", "satisfied", "without")
    },
}
KNOWN: dict[str, Any] = {
    "nearer": "heping_property",
    "ref": "K7Q-4M2",
    "number": "K7Q-4M2",
    "category": "street_light",
    "responder": "lighting_division",
    "area": "heping",
    "reason": "not_ours",
    "faq": "how_long",
    "topic": "how_long",
    "skill": "repair",
    "state": "in_progress",
    "urgency": "high",
    "role": "volunteer",
    "weekday": 4,
    "verb": "progress",
    "code": "fk3tQmYw2sLr9Zb0xVd1cA",
    "link": "https://t.me/BinhaiBot?start=fk3tQmYw2sLr9Zb0xVd1cA",
    "text": "路灯坏了三天了，晚上很黑。",
    "note": "The bulb is new.",
    "question": "是哪一根灯杆？",
    "place": "和平小区3号楼",
    "name": "王芳",
    "city": "滨海",
    "clock": "18:30",
    "month_name": "March",
    "year": "2026",
    "zone": "Asia/Shanghai",
    "date": "2026-03-02 02:00 UTC",
    "lines": [{"key": "digest-by-area"}, PARTS["last"], {"key": "queue-empty"}],
    **PARTS,
    "by": HANDS[0],
    "city_question": "elevator.trapped",
    "city_answer": "elevator.trapped.yes",
    "whom": "mother",
    "spot": SPOTS[0],
    **dict.fromkeys(NUMBERS, 3),
    **dict.fromkeys(TIMES, (NOW + timedelta(hours=5)).isoformat()),
}

HAN = r"[\u3400-\u9fff]"
FLAWS = re.compile(
    r"  | [,.;!?，。；！？]|[，。；！？：、][，。；！？：、]|[,.;:!?][,.;:!?]"
    r"|“”|«\s*»|\(\)|（）|[{}\ue000-\uf8ff]|^[,.:·，。： ]\S| $",
    re.MULTILINE,
)
"""What no sentence holds: doubled, loose or empty signs, and what was not put in."""


@pytest.fixture(scope="module")
def voice() -> Voice:
    return voice_of(load(ROOT / "city"))


def voice_of(city: City) -> Voice:
    return Voice(city.name, city.zone, languages())


def facts(key: str, **others: Any) -> dict[str, Any]:
    return {name: others.get(name, KNOWN[name]) for name in WANTED[key]}


def unmarked(text: str) -> str:
    """Without the marks of direction that stand round texts in a language from right to left."""
    return text.replace(ISOLATE, "").replace(POP, "")


def flaws(text: str) -> list[str]:
    return FLAWS.findall(re.sub(r"^· ", "", text, flags=re.MULTILINE))


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level(logging.INFO, "bot.voice"):
        yield
    assert [each.getMessage() for each in caplog.get_records("call")] == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("by", HANDS, ids=lambda each: each["key"])
def test_every_key_is_a_proper_sentence(voice: Voice, language: str, by: dict[str, Any]) -> None:
    said = [
        voice.say(language, key, facts(key, by=by, spot=spot), NOW)
        for key in WANTED
        for spot in SPOTS
    ]
    assert [each for each in said if not each.strip() or flaws(each)] == []
    beside = rf"{HAN}(K7Q|\d\d:)|(4M2|:\d\d){HAN}"  # a reference or a time without a space
    assert [each for each in said if re.search(beside, each)] == []


@pytest.mark.parametrize("by", HANDS, ids=lambda each: each["key"])
def test_no_english_sentence_begins_small(voice: Voice, by: dict[str, Any]) -> None:
    keys = [each for each in WANTED if re.match("ticket-|owner-|offer-|note-|status", each)]
    said = [voice.say("en", key, facts(key, by=by, spot=SPOTS[1]), NOW) for key in keys]
    assert len(said) > 20
    assert [each for each in said if re.search(r"^[a-z]|[.?!] [a-z]", each)] == []


@pytest.mark.parametrize("language", languages())
def test_a_fact_that_is_empty_is_left_out(voice: Voice, language: str) -> None:
    said = [
        voice.say(language, key, facts(key, **{name: nothing}), NOW)
        for key, wanted in WANTED.items()
        for name in wanted - NUMBERS - {"ref", "category"}  # every ticket has these
        for nothing in (*EMPTY, " \n " if name in TEXTS else None)
    ]
    assert [each for each in said if flaws(each)] == []


@pytest.mark.parametrize("language", languages())
def test_with_nothing_known_a_key_is_still_set_properly(voice: Voice, language: str) -> None:
    said = [
        voice.say(
            language, key, {name: KNOWN[name] if name in NUMBERS else "" for name in wanted}, NOW
        )
        for key, wanted in WANTED.items()
    ]
    assert [each for each in said if flaws(each)] == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("ugly", UGLY, ids=lambda each: ascii(each)[:12])
def test_what_people_write_stands_as_it_was(voice: Voice, language: str, ugly: str) -> None:
    for key, wanted in WANTED.items():
        for name in wanted & set(TEXTS):
            text = unmarked(voice.say(language, key, facts(key, **{name: ugly}), NOW))
            assert ugly in text
            assert flaws(text.replace(ugly, "x")) == [], key


@settings(deadline=None, max_examples=300)
@given(
    text=st.text(),
    language=st.sampled_from(languages()),
    key=st.sampled_from(sorted(key for key in WANTED if WANTED[key] & set(TEXTS))),
)
def test_any_text_stands_as_it_was(text: str, language: str, key: str) -> None:
    told = Voice(lambda what, slug, _: slug, ZoneInfo("UTC"), languages()).say(
        language, key, facts(key, **dict.fromkeys(TEXTS, text)), NOW
    )
    text, told = unmarked(text), unmarked(told)
    if text.strip():
        assert text in told
    assert not re.search("[\ue000-\uf8ff]", told.replace(text, ""))


def test_a_line_that_tells_nothing_is_left_out(voice: Voice) -> None:
    less = dict.fromkeys(("details", "behalf", "following"), "")
    told = facts("offer-responder", text="", spot=None, **less)
    lines = voice.say("en", "offer-responder", told, NOW).splitlines()
    assert [each.partition(":")[0] for each in lines[:2]] == ["New ticket K7Q-4M2", "Urgency"]
    assert len(lines) == 4


@pytest.mark.parametrize("language", languages())
def test_a_label_fits_on_a_button(voice: Voice, language: str) -> None:
    keys = [each for each in WANTED if re.match("tap-(?!unknown)", each)]
    labels = [voice.say(language, key, facts(key), NOW) for key in keys]
    assert labels
    assert [each for each in labels if len(each) > 40 or "\n" in each] == []


def test_long_lists_are_told_whole(voice: Voice) -> None:
    line = {"key": "spot-place", "facts": {"place": "桥" * 200}}
    text = voice.say("zh", "tickets", {"lines": [line] * 20}, NOW)
    assert text.count("桥") == 4000


DAY = timedelta(days=1)
LATE = datetime(2026, 3, 6, 15, 59, tzinfo=UTC)
"""A Friday, one minute before midnight in the sample city."""


@pytest.mark.parametrize(
    ("now", "moment", "zh", "en"),
    [
        (NOW, NOW + timedelta(hours=8, minutes=30), "今天 18:30", "today at 18:30"),
        (NOW, NOW + DAY - timedelta(hours=1), "明天 09:00", "tomorrow at 09:00"),
        (NOW, NOW - DAY, "昨天 10:00", "yesterday at 10:00"),
        (NOW, NOW + 2 * DAY, "周三 10:00", "Wednesday at 10:00"),
        (NOW, NOW + 6 * DAY, "周日 10:00", "Sunday at 10:00"),
        (NOW, NOW + 7 * DAY, "3月9日 10:00", "9 March at 10:00"),
        (NOW, NOW - 2 * DAY, "2月28日 10:00", "28 February at 10:00"),
        (NOW, NOW + 400 * DAY, "2027年4月6日 10:00", "6 April 2027 at 10:00"),
        (LATE, LATE, "今天 23:59", "today at 23:59"),
        (LATE, LATE + timedelta(minutes=1), "明天 00:00", "tomorrow at 00:00"),
        (LATE, LATE + 3 * DAY, "下周一 23:59", "Monday at 23:59"),
    ],
)
def test_a_moment_is_told_as_people_say_it(
    voice: Voice, now: datetime, moment: datetime, zh: str, en: str
) -> None:
    told = {"at": moment.isoformat()}
    assert voice.say("zh", "event-accept", told, now) == f"{zh} 接单"
    assert voice.say("en", "event-accept", told, now) == f"accepted {en}"


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("UTC", "today at 02:00"),
        ("America/New_York", "yesterday at 21:00"),
        ("Asia/Kathmandu", "today at 07:45"),
    ],
)
def test_a_moment_is_told_in_the_citys_own_time(city: City, zone: str, told: str) -> None:
    voice = Voice(city.name, ZoneInfo(zone), ["en"])
    noon = NOW + timedelta(hours=10)
    facts = {"at": NOW.astimezone(ZoneInfo("Asia/Tokyo")).isoformat()}
    assert voice.say("en", "event-close", facts, noon) == f"closed {told}"


def test_what_a_language_lacks_is_said_in_the_first(tmp_path: Path) -> None:
    (tmp_path / "fr.ftl").write_text("hello = Bonjour { $name }\nbye = Au revoir\n", "utf-8")
    (tmp_path / "de.ftl").write_text("hello = Hallo { $name }\n", "utf-8")
    voice = Voice(lambda what, slug, _: slug, ZoneInfo("UTC"), ["fr", "de"], tmp_path)
    assert voice.say("de", "hello", {"name": "x"}, NOW) == "Hallo x"
    assert voice.say("de", "bye", {}, NOW) == "Au revoir"
    assert voice.say("tlh", "hello", {"name": "x"}, NOW) == "Bonjour x"
    assert voice.knows("bye")


def test_an_unknown_key_is_a_mistake_of_ours(voice: Voice) -> None:
    assert not voice.knows("no-such-key")
    with pytest.raises(KeyError, match="no-such-key"):
        voice.say("en", "no-such-key", {}, NOW)
    with pytest.raises(KeyError, match="state-lost"):
        voice.say("en", "cannot-now", facts("cannot-now", state="lost"), NOW)


def test_a_fact_that_nobody_told_is_left_out_and_logged(
    voice: Voice, caplog: pytest.LogCaptureFixture
) -> None:
    assert voice.say("en", "note-new", {"ref": "K7Q-4M2"}, NOW) == "New on K7Q-4M2"
    assert "note-new in en: nobody told note" in caplog.text
    caplog.clear()


def test_names_of_the_city_come_in_the_persons_language(voice: Voice) -> None:
    told = facts("why-nearest")
    assert voice.say("zh", "why-nearest", told, NOW).startswith("和平社区的这类事")
    assert "Binhai Lighting Division" in voice.say("en", "why-nearest", told, NOW)
    assert voice.say("en", "by-responder", {"responder": "gone_since"}, NOW) == "gone_since"


def test_who_speaks_none_of_our_languages_sees_a_line_of_each_theirs_first(voice: Voice) -> None:
    lines = voice.say("en", "language-not-spoken", {}, NOW).split("\n")
    assert len(lines) == len(languages())
    assert "English" in lines[0]
    assert any("中文" in each for each in lines)


def test_a_language_is_called_by_its_own_name_whoever_reads_it(voice: Voice) -> None:
    assert voice.say("en", "tap-language-zh", {}, NOW) == "中文"
    assert voice.say("zh", "tap-language-en", {}, NOW) == "English"
    assert voice.knows("tap-language-zh")
    assert not voice.knows("tap-language-tlh")

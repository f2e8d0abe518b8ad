"""The environment is read whole: every fault at once, nothing half-set, no secret told."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.errors import BadSettings
from bot.settings import Settings, read

SECRET = "hunter2"
TOKEN = f"123456:{SECRET}-{SECRET}"
POSTGRES = f"postgresql://bot:{SECRET}@db/manyhands"
REDIS = f"redis://:{SECRET}@redis/0"

WHOLE = {
    "DATABASE_URL": POSTGRES,
    "REDIS_URL": REDIS,
    "RASA_URL": "http://rasa:5005",
    "RASA_TOKEN": SECRET,
    "MANYHANDS_METRICS_TOKEN": SECRET,
    "MANYHANDS_CITY": "/srv/city",
    "MANYHANDS_VAR": "/srv/var",
    "MANYHANDS_HOST": "0.0.0.0",
    "MANYHANDS_PORT": "80",
    "MANYHANDS_PUBLIC_URL": "https://chat.example.org",
    "TELEGRAM_TOKEN": TOKEN,
    "TELEGRAM_WEBHOOK_URL": "https://chat.example.org",
    "TELEGRAM_WEBHOOK_SECRET": SECRET,
}


def faults(env: Mapping[str, str]) -> tuple[str, ...]:
    """What is wrong with an environment."""
    with pytest.raises(BadSettings) as caught:
        read(env)
    return caught.value.faults


def names(env: Mapping[str, str]) -> list[str]:
    """What each fault is about."""
    return sorted(each.split()[0].rstrip(":") for each in faults(env))


def test_nothing_needs_to_be_set() -> None:
    settings = read({})
    assert settings.house.database.startswith("sqlite:///")
    assert settings.house.database.endswith("/var/manyhands.db")
    assert settings.house.host == "127.0.0.1"
    assert settings.house.redis_url is None
    assert (settings.house.city / "city.toml").is_file()


def test_everything_can_be_set() -> None:
    house = read(WHOLE).house
    assert house.database == POSTGRES
    assert (house.city, house.var) == (Path("/srv/city"), Path("/srv/var"))
    assert (house.host, house.port) == ("0.0.0.0", 80)
    assert house.rasa_url == "http://rasa:5005"


def test_every_channel_has_its_settings_by_name() -> None:
    assert set(read({}).channels) == {"console", "telegram", "web"}


@pytest.mark.parametrize("empty", ["", " ", "\t\n"])
def test_what_is_empty_counts_as_not_set(empty: str) -> None:
    assert read(dict.fromkeys(WHOLE, empty)) == read({})


def test_what_belongs_to_others_is_not_read() -> None:
    others = {"PATH": "/bin", "PORT": "1", "HOST": "there", "city": "/tmp", "port": "99"}
    assert read(others) == read({})


@pytest.mark.parametrize(
    ("env", "missing"),
    [
        ({"RASA_URL": "http://rasa:5005"}, "RASA_TOKEN"),
        ({"REDIS_URL": REDIS}, "DATABASE_URL"),
        ({"REDIS_URL": REDIS, "DATABASE_URL": "sqlite:///var/x.db"}, "PostgreSQL"),
        ({"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_WEBHOOK_URL": "https://x.org"}, "SECRET"),
        ({"TELEGRAM_WEBHOOK_SECRET": SECRET}, "TELEGRAM_WEBHOOK_URL"),
    ],
)
def test_what_is_half_set_is_refused_with_what_is_missing(
    env: Mapping[str, str], missing: str
) -> None:
    assert [missing in each for each in faults(env)] == [True]


@pytest.mark.parametrize(
    ("env", "name"),
    [
        ({"MANYHANDS_PORT": "http"}, "MANYHANDS_PORT"),
        ({"MANYHANDS_PORT": "70000"}, "MANYHANDS_PORT"),
        ({"MANYHANDS_PORT": "-1"}, "MANYHANDS_PORT"),
        ({"MANYHANDS_WEB": "perhaps"}, "MANYHANDS_WEB"),
        ({"MANYHANDS_CONSOLE": "perhaps"}, "MANYHANDS_CONSOLE"),
        ({"TELEGRAM_TOKEN": SECRET}, "TELEGRAM_TOKEN"),
        ({"DATABASE_URL": f"nonsense {SECRET}"}, "DATABASE_URL"),
        ({"DATABASE_URL": f"mysql://bot:{SECRET}@db/x"}, "DATABASE_URL"),
    ],
)
def test_what_is_wrong_is_told_by_its_name(env: Mapping[str, str], name: str) -> None:
    assert names(env) == [name]


def test_all_that_is_wrong_is_told_at_once() -> None:
    wrong = {
        "MANYHANDS_PORT": "http",
        "RASA_URL": "http://rasa:5005",
        "REDIS_URL": REDIS,
        "MANYHANDS_WEB": "perhaps",
        "TELEGRAM_TOKEN": SECRET,
        "MANYHANDS_CONSOLE": "perhaps",
    }
    assert names(wrong) == [
        "MANYHANDS_CONSOLE",
        "MANYHANDS_PORT",
        "MANYHANDS_WEB",
        "RASA_URL",
        "REDIS_URL",
        "TELEGRAM_TOKEN",
    ]


def test_no_secret_stands_in_what_is_shown_of_settings() -> None:
    settings: Settings = read(WHOLE)
    for shown in (repr(settings), str(settings), repr(settings.house), f"{settings.channels}"):
        assert SECRET not in shown
    for each in (settings.house, *settings.channels.values()):
        assert SECRET not in each.model_dump_json()


@pytest.mark.parametrize("name", sorted(set(WHOLE) - {"MANYHANDS_CITY", "MANYHANDS_VAR"}))
def test_no_secret_stands_in_a_fault(name: str) -> None:
    """Each setting in turn is wrong, or left out, and all the others are secret."""
    for env in ({**WHOLE, name: f"@@{SECRET} {SECRET}"}, {**WHOLE, name: ""}):
        try:
            read(env)
        except BadSettings as error:
            told = "".join(traceback.format_exception(error)) + repr(error) + str(error.args)
            assert SECRET not in told


def test_a_fault_is_told_without_the_way_to_it() -> None:
    with pytest.raises(BadSettings) as caught:
        read({"MANYHANDS_PORT": SECRET})
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None

"""What the settings take, and what they say is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bot.channels.telegram import Settings, open_channel
from tests.fakes.door import FakeDoor

TOKEN = "987654321:AAfakeToken_for-tests0123456789abcdef"

WHOLE = {
    "TELEGRAM_TOKEN": TOKEN,
    "TELEGRAM_WEBHOOK_URL": "https://bot.example.org/",
    "TELEGRAM_WEBHOOK_SECRET": "a-quiet_Word-42",
}


@pytest.mark.parametrize("given", [{}, {"TELEGRAM_TOKEN": ""}, {"OTHER": "x"}])
def test_without_a_token_there_is_no_channel(given: dict[str, str], tmp_path: Path) -> None:
    assert open_channel(Settings.model_validate(given), FakeDoor(tmp_path).door) is None


async def test_a_token_is_enough(tmp_path: Path) -> None:
    settings = Settings.model_validate({"TELEGRAM_TOKEN": TOKEN})
    channel = open_channel(settings, FakeDoor(tmp_path).door)
    assert channel is not None
    assert settings.api_url == "https://api.telegram.org"
    assert settings.poll == 25
    await channel.close()


def test_a_webhook_with_its_secret_is_whole() -> None:
    settings = Settings.model_validate(WHOLE)
    assert settings.webhook_url == "https://bot.example.org/"


@pytest.mark.parametrize("missing", WHOLE)
def test_half_a_webhook_is_refused_and_what_is_missing_is_named(missing: str) -> None:
    given = {name: value for name, value in WHOLE.items() if name != missing}
    if missing == "TELEGRAM_WEBHOOK_URL":
        given["TELEGRAM_WEBHOOK_URL"] = ""
    with pytest.raises(ValueError, match=f"{missing} is missing"):
        Settings.model_validate(given)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_TOKEN", "nonsense"),
        ("TELEGRAM_TOKEN", "12:with space"),
        ("TELEGRAM_API_URL", "127.0.0.1:8081"),
        ("TELEGRAM_WEBHOOK_URL", "bot.example.org"),
        ("TELEGRAM_WEBHOOK_URL", "http://bot.example.org"),
        ("TELEGRAM_WEBHOOK_SECRET", "has a space"),
        ("TELEGRAM_WEBHOOK_SECRET", "秘密"),
        ("TELEGRAM_WEBHOOK_SECRET", "x" * 257),
    ],
)
def test_what_telegram_would_not_take_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=name):
        Settings.model_validate({**WHOLE, name: value})


def test_a_self_hosted_server_may_knock_without_https() -> None:
    local = {"TELEGRAM_API_URL": "http://127.0.0.1:8081", "TELEGRAM_WEBHOOK_URL": "http://bot:8080"}
    assert Settings.model_validate({**WHOLE, **local}).webhook_url == "http://bot:8080"


@pytest.mark.parametrize("poll", [-1, 51, "long"])
def test_a_wait_that_telegram_would_not_keep_is_refused(poll: Any) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({**WHOLE, "TELEGRAM_POLL_SECONDS": poll})


def test_all_faults_are_told_at_once_and_no_secret_with_them() -> None:
    given = {"TELEGRAM_TOKEN": "token of mine", "TELEGRAM_WEBHOOK_SECRET": "secret of mine"}
    with pytest.raises(ValueError, match="TELEGRAM_TOKEN") as told:
        Settings.model_validate(given)
    words = str(told.value)
    assert "TELEGRAM_WEBHOOK_URL is missing" in words
    assert "may hold" in words
    assert "of mine" not in words


def test_settings_do_not_show_their_secrets() -> None:
    words = repr(Settings.model_validate(WHOLE))
    assert TOKEN not in words
    assert "a-quiet_Word-42" not in words

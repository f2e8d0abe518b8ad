"""What Telegram needs to know before it starts, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator

OFFICIAL = "https://api.telegram.org"


class Settings(BaseModel):
    """Long polling needs the token alone; a webhook needs its address and its secret too."""

    model_config = ConfigDict(frozen=True, populate_by_name=True, hide_input_in_errors=True)

    token: SecretStr | None = Field(None, alias="TELEGRAM_TOKEN")
    api_url: str = Field(OFFICIAL, alias="TELEGRAM_API_URL")
    """Where the Bot API answers; another one than Telegram's own is self-hosted."""
    webhook_url: str | None = Field(None, alias="TELEGRAM_WEBHOOK_URL")
    """Where Telegram reaches the bot's web server; the channel's path is added to it."""
    webhook_secret: SecretStr | None = Field(None, alias="TELEGRAM_WEBHOOK_SECRET")
    poll: float = Field(25, alias="TELEGRAM_POLL_SECONDS", ge=0, le=50)
    """How long one question for news stays open, in seconds."""

    @model_validator(mode="before")
    @classmethod
    def _unset_is_absent(cls, given: Any) -> Any:
        if not isinstance(given, Mapping):
            return given
        return {name: value for name, value in given.items() if value != ""}

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if faults := list(self._faults()):
            raise ValueError("; ".join(faults))
        return self

    def _faults(self) -> Iterator[str]:
        # Bot API, "Authorizing your bot": a number, a colon and a key.
        if self.token and not re.fullmatch(r"\d+:[\w-]+", self.token.get_secret_value(), re.A):
            yield "TELEGRAM_TOKEN is no token of a bot: expected 123456:ABC..."
        if _bad_url(self.api_url):
            yield "TELEGRAM_API_URL must be an address that begins with http:// or https://"
        yield from self._webhook_faults()

    def _webhook_faults(self) -> Iterator[str]:
        url, secret = self.webhook_url, self.webhook_secret
        if url and not secret:
            yield "TELEGRAM_WEBHOOK_URL is set and TELEGRAM_WEBHOOK_SECRET is missing"
        if secret and not url:
            yield "TELEGRAM_WEBHOOK_SECRET is set and TELEGRAM_WEBHOOK_URL is missing"
        if url and not self.token:
            yield "TELEGRAM_WEBHOOK_URL is set and TELEGRAM_TOKEN is missing"
        if url and _bad_url(url):
            yield "TELEGRAM_WEBHOOK_URL must be an address that begins with https://"
        elif url and self.api_url.rstrip("/") == OFFICIAL and not url.startswith("https://"):
            yield "TELEGRAM_WEBHOOK_URL must begin with https://, unless the server is self-hosted"
        # Bot API, setWebhook, secret_token.
        if secret and not re.fullmatch(r"[\w-]{1,256}", secret.get_secret_value(), re.A):
            yield "TELEGRAM_WEBHOOK_SECRET may hold A-Z, a-z, 0-9, _ and -, 1 to 256 of them"


def _bad_url(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("http", "https") or not parts.netloc

"""What the web chat can be told; it runs well untold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Settings(BaseModel):
    """Behind a proxy, say the public address and how many proxies stand in front."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    on: bool = Field(True, alias="MANYHANDS_WEB")
    url: str | None = Field(None, alias="MANYHANDS_PUBLIC_URL")
    """The address that people open, when a proxy hides it from us."""
    proxies: int = Field(0, alias="MANYHANDS_PROXIES", ge=0, le=5)
    """How many proxies of ours add to `X-Forwarded-For`; 0 believes no such header."""
    per_minute: int = Field(30, alias="MANYHANDS_WEB_PER_MINUTE", ge=1, le=6000)
    """Messages that one person may send in a minute, for long; twenty at once are fine."""
    heartbeat: float = Field(20, alias="MANYHANDS_WEB_HEARTBEAT", gt=0, le=60)
    """Seconds after which a quiet page is told that we are still there."""

    @model_validator(mode="before")
    @classmethod
    def _unset_is_absent(cls, given: Any) -> Any:
        if not isinstance(given, Mapping):
            return given
        return {name: value for name, value in given.items() if value != ""}

    @model_validator(mode="after")
    def _whole(self) -> Self:
        parts = urlsplit(self.url or "http://localhost")
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise ValueError("MANYHANDS_PUBLIC_URL must be an address that begins with https://")
        return self

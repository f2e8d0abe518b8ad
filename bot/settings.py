"""The environment, read once and whole; half-set, it says all that is missing and stops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from bot.channels import discover
from bot.errors import BadSettings

Model = TypeVar("Model", bound=BaseModel)
DATABASES = ("postgresql", "sqlite")
ROOT = Path(__file__).parent.parent


class Environment(BaseModel):
    """What the house itself reads; each channel reads its own."""

    model_config = ConfigDict(frozen=True)

    database_url: SecretStr | None = Field(None, alias="DATABASE_URL")
    """SQLite under `var` when it is not set."""
    redis_url: SecretStr | None = Field(None, alias="REDIS_URL")
    rasa_url: str | None = Field(None, alias="RASA_URL")
    """Set when Rasa runs elsewhere; otherwise it runs as a child."""
    rasa_token: SecretStr | None = Field(None, alias="RASA_TOKEN")
    city: Path = Field(ROOT / "city", alias="MANYHANDS_CITY")
    var: Path = Field(ROOT / "var", alias="MANYHANDS_VAR")
    host: str = Field("127.0.0.1", alias="MANYHANDS_HOST")
    port: int = Field(8080, ge=0, le=65535, alias="MANYHANDS_PORT")
    metrics_token: SecretStr | None = Field(None, alias="MANYHANDS_METRICS_TOKEN")
    public_url: str | None = Field(None, pattern=r"^https?://[^\s]+$", alias="MANYHANDS_PUBLIC_URL")

    @property
    def database(self) -> str:
        """The database's address."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.var.resolve() / 'manyhands.db'}"


@dataclass(frozen=True)
class Settings:
    """All that was set: for the house, and for each channel by name."""

    house: Environment
    channels: Mapping[str, BaseModel]


def read(env: Mapping[str, str]) -> Settings:
    """Reads the environment. Raises BadSettings with every fault at once."""
    faults: list[str] = []
    given = {name: value for name, value in env.items() if value.strip()}
    house = _read(Environment, given, faults)
    faults += _half_set(given)
    channels: dict[str, Any] = {}
    for module in discover():
        channels[module.NAME] = _read(module.Settings, given, faults)
    if faults or house is None:
        raise BadSettings(faults)
    return Settings(house, channels)


def _half_set(given: Mapping[str, str]) -> Iterator[str]:
    """What is set without that which it needs, or names a database that we do not know."""
    database = given.get("DATABASE_URL", "").partition("://")[0].partition("+")[0]
    if "DATABASE_URL" in given and database not in DATABASES:
        yield "DATABASE_URL must begin with postgresql:// or sqlite:///"
    if "RASA_URL" in given and "RASA_TOKEN" not in given:
        yield "RASA_URL is set, so RASA_TOKEN must be set too: Rasa asks for it"
    if "REDIS_URL" in given and database != "postgresql":
        yield "REDIS_URL is set, so DATABASE_URL must name a PostgreSQL: it is for several workers"


def _read(model: type[Model], env: Mapping[str, str], faults: list[str]) -> Model | None:
    try:
        return model.model_validate(env)
    except ValidationError as error:
        for each in error.errors(include_input=False, include_url=False):
            where = ".".join(map(str, each["loc"]))
            message = each["msg"].removeprefix("Value error, ")
            faults.append(f"{where}: {message}" if where else message)
        return None

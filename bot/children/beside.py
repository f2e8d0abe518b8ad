"""What runs beside the bot when it runs alone: Rasa and the action server."""

from __future__ import annotations

import secrets
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.children import Child
from bot.errors import BadSettings

LOOPBACK = "127.0.0.1"
PORTS = range(20_000, 32_000)
"""Below what systems hand out to outgoing connections, so that a restarted child finds its own."""
HIDDEN_FROM_ALL = ("TELEGRAM_", "PYTHONDONTWRITEBYTECODE")
HIDDEN_FROM_RASA = (*HIDDEN_FROM_ALL, "DATABASE_URL", "REDIS_URL", "PYTHONPATH", "PYTHONHOME")


@dataclass(frozen=True)
class Beside:
    """The children, and what the bot's settings must know of them, as environment variables."""

    children: tuple[Child, ...]
    env: Mapping[str, str]


def beside(root: Path, var: Path, environ: Mapping[str, str]) -> Beside:
    """Rasa and the action server as children, but for what runs elsewhere already.

    `root` is the project's folder and `var` the one for data. Where `environ` names a
    RASA_URL or an ACTIONS_URL, that one is used and nothing is started for it. Raises
    BadSettings when Rasa or its model is missing.
    """
    children: list[Child] = []
    environ = {name: value for name, value in environ.items() if value}
    environ["MANYHANDS_VAR"] = str(var.absolute())
    env = {"RASA_TOKEN": environ.get("RASA_TOKEN") or secrets.token_urlsafe(32)}
    if "ACTIONS_URL" not in environ:
        port = free_port()
        env["ACTIONS_URL"] = f"http://{LOOPBACK}:{port}/webhook"
        children.append(_actions(root, port, {**environ, **env}))
    if "RASA_URL" not in environ:
        port = free_port()
        env["RASA_URL"] = f"http://{LOOPBACK}:{port}"
        trackers = {"RASA_DATABASE_URL": f"sqlite:///{var.absolute() / 'rasa.db'}"}
        children.append(_rasa(root, newest_model(var), port, {**trackers, **environ, **env}))
    return Beside(tuple(children), env)


def newest_model(var: Path) -> Path:
    """The model that was trained or found good last. Raises BadSettings when there is none."""
    models = sorted((var / "models").glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not models:
        raise BadSettings([f"There is no model in {var / 'models'}: `make train` trains one."])
    return models[-1].absolute()


def rasa_python(root: Path) -> Path:
    """The Python of Rasa's own environment. Raises BadSettings when it is not installed."""
    python = root / "nlu" / ".venv" / "bin" / "python"
    if not python.exists():
        raise BadSettings([f"Rasa is not installed in {python.parents[1]}: `make setup` does it."])
    return python


def rasa_environ(environ: Mapping[str, str]) -> dict[str, str]:
    """What whatever runs in Rasa's environment is told: no secret of a channel or a database."""
    return {
        "LOG_LEVEL": "WARNING",
        "TF_CPP_MIN_LOG_LEVEL": "2",
        **_without(environ, HIDDEN_FROM_RASA),
        "RASA_TELEMETRY_ENABLED": "false",
    }


def free_port() -> int:
    """A port of this machine that nobody listens on now."""
    while True:
        port = secrets.choice(PORTS)
        with socket.socket() as probe:
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            return port


def _actions(root: Path, port: int, environ: Mapping[str, str]) -> Child:
    command = (sys.executable, "-m", "rasa_sdk", "--actions", "actions")
    return Child(
        "actions",
        (*command, "--port", str(port), "--endpoints", "nlu/endpoints.yml"),
        {
            **_without(environ, HIDDEN_FROM_ALL),
            "SANIC_HOST": LOOPBACK,
            "ACTION_SERVER_SANIC_WORKERS": "1",
        },
        f"http://{LOOPBACK}:{port}/health",
        cwd=root,
    )


def _rasa(root: Path, model: Path, port: int, environ: Mapping[str, str]) -> Child:
    command = (str(rasa_python(root)), "-W", "ignore", "-m", "rasa", "run", "-i", LOOPBACK)
    return Child(
        "rasa",
        (
            *command,
            *("--port", str(port), "-m", str(model)),
            *("--endpoints", "nlu/endpoints.yml", "--credentials", "nlu/credentials.yml"),
        ),
        {**rasa_environ(environ), "SANIC_WORKERS": "1"},
        f"http://{LOOPBACK}:{port}/webhooks/manyhands/ready",
        {"Authorization": f"Bearer {environ['RASA_TOKEN']}"},
        cwd=root,
    )


def _without(environ: Mapping[str, str], hidden: tuple[str, ...]) -> dict[str, str]:
    """What a child need not know, it is not told."""
    return {name: value for name, value in environ.items() if not name.startswith(hidden)}

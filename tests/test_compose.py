"""Tests of the scaled shape as it is written down: without an engine, what can be known of it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
OURS = ("bot", "worker", "clock", "migrate", "actions", "rasa")
KNOWN = {
    "build", "cap_drop", "command", "depends_on", "deploy", "environment", "healthcheck", "image",
    "init", "networks", "ports", "read_only", "restart", "security_opt", "shm_size",
    "stop_grace_period", "tmpfs", "user", "volumes",
}  # fmt: skip
THEIRS = {"SANIC_HOST", "ACTION_SERVER_SANIC_WORKERS", "RASA_TELEMETRY_ENABLED", "LOG_LEVEL"}
"""Read by Rasa and its SDK."""


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The whole file."""
    whole: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
    return whole


@pytest.fixture(scope="module")
def services(compose: dict[str, Any]) -> dict[str, Any]:
    """The services by name."""
    return dict(compose["services"])


@pytest.fixture(scope="module")
def subcommands() -> str:
    """What `python -m bot` says that it can do."""
    asked = [sys.executable, "-m", "bot", "--help"]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def sources() -> str:
    """Everything that may read a variable or open a port."""
    places = [*ROOT.glob("bot/**/*.py"), *ROOT.glob("actions/*.py"), *ROOT.glob("nlu/*.*")]
    return "\n".join(
        path.read_text(encoding="utf-8") for path in places if path.suffix in (".py", ".yml")
    )


def test_the_parts_are_there_and_say_only_what_compose_understands(
    compose: dict[str, Any], services: dict[str, Any]
) -> None:
    assert set(services) == {*OURS, "postgres", "redis"}
    for name, service in services.items():
        assert set(service) <= KNOWN, name
        assert set(service["networks"]) <= set(compose["networks"]), name
        assert set(service.get("depends_on", {})) <= set(services), name


def test_every_wait_is_for_something_that_tells(services: dict[str, Any]) -> None:
    for service in services.values():
        for name, wait in service.get("depends_on", {}).items():
            if wait["condition"] == "service_healthy":
                assert "healthcheck" in services[name]
            else:
                assert wait["condition"] == "service_completed_successfully"
                assert services[name]["restart"] == "no"


@pytest.mark.parametrize("name", ["bot", "worker", "clock", "migrate"])
def test_the_bot_knows_the_commands_that_it_is_started_with(
    services: dict[str, Any], subcommands: str, name: str
) -> None:
    python, dash_m, module, command, *_ = services[name]["command"]
    assert (python, dash_m, module) == ("python", "-m", "bot")
    assert re.search(rf"\b{command}\b", subcommands)


def test_paths_in_commands_and_images_exist(services: dict[str, Any]) -> None:
    told = [word for name in OURS for word in services[name].get("command", [])]
    for dockerfile in (ROOT / "Dockerfile", ROOT / "nlu" / "Dockerfile"):
        text = dockerfile.read_text(encoding="utf-8")
        told += re.findall(r"(?:nlu|requirements)/[\w./-]+", text)
        assert set(re.findall(r"COPY (\S+) ", text)) <= {"--from=packages", ".", *told}
    paths = {word for word in told if re.fullmatch(r"[a-z]+/[\w./-]+\.(?:yml|lock)", word)}
    assert paths
    for path in paths:
        assert (ROOT / path).is_file(), path


def test_what_the_images_need_is_sent_to_the_builder() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert lines[0] == "*"
    sent = {line[1:] for line in lines if line.startswith("!")}
    assert {"bot", "actions", "city", "nlu", "stories", "requirements", "domain.yml"} <= sent
    assert "nlu/.venv" in lines
    assert not sent & {".env", "var", ".git", "tests"}


def test_every_variable_is_read_somewhere(services: dict[str, Any]) -> None:
    text = sources()
    for name in OURS:
        for variable in services[name].get("environment", {}):
            assert variable in THEIRS or re.search(rf"\b{variable}\b", text), (name, variable)


def test_every_setting_of_the_bot_can_be_given(services: dict[str, Any]) -> None:
    given = set(services["bot"]["environment"])
    needed = {"DATABASE_URL", "REDIS_URL", "RASA_URL", "RASA_TOKEN", "TELEGRAM_TOKEN"}
    assert needed <= given
    assert services["bot"]["environment"] == services["worker"]["environment"]


def test_secrets_come_from_the_env_file_and_the_example_names_them_all() -> None:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    asked = set(re.findall(r"\$\{(\w+)", text))
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = dict(re.findall(r"^(\w+)=(.*)$", example, re.MULTILINE))
    assert asked == set(named)
    for variable, value in named.items():
        if re.search("PASSWORD|TOKEN|SECRET", variable):
            assert value == ""
            assert re.search(rf"\$\{{{variable}:(?:\?|-\}})", text)
    assert "/.env" in (ROOT / ".gitignore").read_text(encoding="utf-8").replace("\n.env", "\n/.env")


def test_only_the_bots_web_port_is_open(services: dict[str, Any]) -> None:
    assert [name for name, service in services.items() if "ports" in service] == ["bot"]
    assert services["bot"]["ports"] == ["${MANYHANDS_PUBLISH:-127.0.0.1:8080}:8080"]
    assert services["bot"]["environment"]["MANYHANDS_PORT"] == 8080


def test_rasa_and_the_data_stand_in_a_network_without_a_way_out(
    compose: dict[str, Any], services: dict[str, Any]
) -> None:
    assert compose["networks"]["inside"] == {"internal": True}
    for name in ("rasa", "actions", "postgres", "redis", "clock", "migrate"):
        assert services[name]["networks"] == ["inside"]
    assert not any("TELEGRAM" in variable for variable in services["rasa"]["environment"])


def test_ports_are_the_same_on_both_ends(services: dict[str, Any]) -> None:
    actions, rasa, bot = services["actions"], services["rasa"], services["bot"]
    port = actions["command"][actions["command"].index("--port") + 1]
    assert rasa["environment"]["ACTIONS_URL"] == f"http://actions:{port}/webhook"
    rasa_port = bot["environment"]["RASA_URL"].rpartition(":")[2]
    dockerfile = (ROOT / "nlu" / "Dockerfile").read_text(encoding="utf-8")
    assert f'"--port", "{rasa_port}"' in dockerfile
    assert f":{rasa_port}/webhooks/manyhands/ready" in str(rasa["healthcheck"])
    assert f":{port}/health" in str(actions["healthcheck"])
    assert ":8080/health" in str(bot["healthcheck"])


def test_nobody_is_root_or_writes_to_the_image(services: dict[str, Any]) -> None:
    for name, service in services.items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert name in OURS or re.fullmatch(r"[1-9]\d*:[1-9]\d*", service["user"])
    for dockerfile in (ROOT / "Dockerfile", ROOT / "nlu" / "Dockerfile"):
        lines = dockerfile.read_text(encoding="utf-8").splitlines()
        users = [line for line in lines if line.startswith("USER ")]
        assert users == ["USER 10001"]
        assert lines.index("USER 10001") < next(
            number for number, line in enumerate(lines) if line.startswith("CMD ")
        )


def test_images_are_pinned(services: dict[str, Any]) -> None:
    images = [services[name]["image"] for name in ("postgres", "redis")]
    for dockerfile in (ROOT / "Dockerfile", ROOT / "nlu" / "Dockerfile"):
        images += re.findall(r"^FROM (\S+)", dockerfile.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(images) == 6
    for image in images:
        assert re.fullmatch(r"[a-z]+:\d+\.\d+(?:\.\d+)?-[a-z-]+", image), image
    assert any(image.startswith("postgres:16.") for image in images)
    assert any(image.startswith("redis:7.") for image in images)
    assert sum(image.startswith("python:3.10.") for image in images) == 2


@pytest.mark.parametrize("name", ["worker", "rasa", "actions"])
def test_the_parts_that_do_the_work_can_be_many(services: dict[str, Any], name: str) -> None:
    assert services[name]["deploy"]["replicas"] >= 2
    assert "container_name" not in services[name]

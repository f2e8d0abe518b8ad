"""The real bot as a real process, started and killed as a machine would."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 120.0
HIDDEN = ("TELEGRAM", "RASA_", "DATABASE_URL", "REDIS_URL", "MANYHANDS_", "PYTHONDONT")


class BotProcess:
    """`python -m bot run` with its own `var`, all else as a newcomer has it."""

    def __init__(self, var: Path, env: Mapping[str, str] | None = None, *words: str) -> None:
        self.var = var
        self.socket = var / "bot.sock"
        self.env = {
            **{name: value for name, value in os.environ.items() if not name.startswith(HIDDEN)},
            "MANYHANDS_VAR": str(var),
            "MANYHANDS_PORT": "0",
            **(env or {}),
        }
        self._words = words or ("run",)
        self._process: subprocess.Popen[bytes] | None = None
        self.log = var / "bot.out"

    def start(self, until: str = "is ready") -> None:
        """Starts it and waits until it says so."""
        self.var.mkdir(parents=True, exist_ok=True)
        model = ROOT / "var" / "models"
        if not (self.var / "models").exists():
            (self.var / "models").symlink_to(model)
        self.log.write_bytes(b"")
        with self.log.open("ab") as out:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", *self._words],
                cwd=ROOT,
                env=self.env,
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        end = time.monotonic() + PATIENCE
        while until not in self.log.read_text():
            assert self._process.poll() is None, self.log.read_text()
            assert time.monotonic() < end, self.log.read_text()
            time.sleep(0.05)

    @property
    def url(self) -> str:
        """The address of its web server."""
        return self.log.read_text().split("Chat with it: ")[1].split()[0]

    def kill(self) -> None:
        """As the machine does when memory runs out: no last words."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def stop(self) -> int:
        """As an operator stops it; gives its exit status."""
        if self._process is None:
            return 0
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(20)

    @property
    def pid(self) -> int:
        """Its process id."""
        assert self._process is not None
        return self._process.pid

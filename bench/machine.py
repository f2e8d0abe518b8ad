"""What the numbers were measured on, and how quiet it was."""

from __future__ import annotations

import os
import platform
import subprocess
from dataclasses import dataclass
from pathlib import Path

import psutil

from scripts.places import NLU, python_of

ASK = (
    "import platform, importlib.metadata as m;"
    "print(platform.python_version(), m.version('rasa'), m.version('rasa-sdk'))"
)
QUIET_LOAD = 0.3
"""Of each core: from here on others disturb the measurement."""


@dataclass(frozen=True)
class Machine:
    """A machine as far as it matters."""

    cores: int
    processor: str
    memory_gib: float
    system: str
    python: str
    rasa_python: str
    rasa: str
    rasa_sdk: str

    def __str__(self) -> str:
        """One line."""
        return (
            f"{self.cores} cores ({self.processor}), {self.memory_gib:.0f} GiB, {self.system}; "
            f"Python {self.python}; Rasa {self.rasa} on Python {self.rasa_python}, "
            f"plain Rasa's actions on rasa-sdk {self.rasa_sdk}"
        )


def machine() -> Machine:
    """This one. Raises OSError or CalledProcessError when Rasa's environment does not answer."""
    asked = [str(python_of(NLU)), "-W", "ignore", "-c", ASK]
    told = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=60).stdout
    python, rasa, sdk = told.split()
    return Machine(
        cores=cores(),
        processor=_processor(),
        memory_gib=round(psutil.virtual_memory().total / 2**30, 1),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        rasa_python=python,
        rasa=rasa,
        rasa_sdk=sdk,
    )


def cores() -> int:
    """Cores that we may use."""
    found = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return found or 1


def load() -> float:
    """Processes that wanted to run in the last minute, on average."""
    return os.getloadavg()[0]


def busy(processes: float) -> str | None:
    """A warning when others use the machine; None when it is quiet."""
    if processes < QUIET_LOAD * cores():
        return None
    return (
        f"The machine is busy (load {processes:.1f} on {cores()} cores): the numbers are noisy, "
        "the ratios less so."
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()

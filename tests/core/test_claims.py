"""A volunteer holds a few tasks, each for a time that fits how it presses."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.catalogue import Urgency
from bot.core.claims import AT_ONCE, LEASE, lease_until, may_claim
from bot.core.people import Person, Role
from tests.conftest import NOW


@pytest.mark.parametrize("urgency", Urgency)
def test_a_claim_runs_out_after_its_lease(urgency: Urgency) -> None:
    assert lease_until(urgency, NOW) == NOW + LEASE[urgency] > NOW


def test_what_presses_more_is_free_again_sooner() -> None:
    assert sorted(LEASE, key=LEASE.__getitem__) == list(Urgency)
    assert LEASE[Urgency.EMERGENCY] <= timedelta(hours=1)


def test_a_hand_that_is_full_takes_no_more() -> None:
    assert [may_claim(held) for held in range(AT_ONCE + 2)] == [*[True] * AT_ONCE, False, False]


def test_everybody_is_a_resident_and_may_be_all_else_at_once() -> None:
    assert Person("wang", "zh").roles == {Role.RESIDENT}
    assert Person("li", "zh", staff_of=frozenset({"desk"})).roles == {Role.RESIDENT, Role.RESPONDER}
    everything = Person("chen", "zh", None, True, True, frozenset({"desk"}))
    assert everything.roles == set(Role)

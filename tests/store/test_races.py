"""Of many who claim one task at the same time one has it, however often it is tried."""

from __future__ import annotations

import pytest

from bench.races import race
from bot.core import refs
from bot.store import Store
from tests.conftest import NOW


@pytest.mark.slow
async def test_fifty_races_of_eight_have_one_winner_each(store: Store) -> None:
    assert [await race(store, refs.make(number), NOW) for number in range(50)] == [1] * 50

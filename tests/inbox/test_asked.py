"""Plain words that answer a plain question of ours are understood while Rasa is away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from bot.city import City
from bot.inbox.asked import answer
from bot.inbox.hearing import hear
from bot.inbox.scene import load
from bot.message import Address, Button, Heard, Point, Say, payload
from bot.outbox import Turn, lay
from bot.reading import Finder, Reading, load_lexicon, read
from bot.store import Store, people
from bot.store.tables import AddressRow, InboxRow
from tests.conftest import NOW, ROOT

CODE = "fk3tQmYw2sLr9Zb0xVd1cA"
HERE = Address("console", "wang", "wang")


@dataclass
class Table:
    """Somebody who was just asked something, and answers."""

    store: Store
    city: City
    finder: Finder
    heard: int = 0

    def read(self, text: str, prior: str | None) -> Reading:
        lexicon = load_lexicon(ROOT / "nlu", self.city.languages)
        return read(text, prior=prior, lexicon=lexicon, finder=self.finder)

    async def answers(self, asked: str, *buttons: Button, **heard: Any) -> Any:
        """The verb and facts of an answer to a question with this key."""
        self.heard += 1
        message = Heard(HERE, f"m{self.heard}", NOW, **heard)
        if asked:
            await self.say(asked, *buttons)
        row_id = await hear(self.store, message, self.city.languages, NOW)
        async with self.store.write() as tx:
            row = await tx.get(InboxRow, row_id)
            assert row is not None
            scene = await load(tx, row, self.read, NOW)
            found = await answer(tx, scene, self.city)
        return (found.verb, dict(found.facts)) if found else None

    async def say(self, key: str, *buttons: Button) -> None:
        async with self.store.write() as tx:
            row = await people.meet(tx, HERE, people.Newcomer("en", "Wang"), NOW)
            turn = Turn(1, row.id, row.person)
            await lay(tx, [Say(row.person, key, {}, (tuple(buttons),))], turn, NOW)


@pytest.fixture
def table(store: Store, city: City) -> Table:
    return Table(store, city, Finder(city))


YES = Button("tap-leave-yes", "leave", {"role": 7, "yes": 1})


@pytest.mark.parametrize(
    ("asked", "text", "found"),
    [
        ("leave-sure", "yes", ("leave", {"role": 7, "yes": 1})),
        ("remove-sure", "确定。", ("leave", {"role": 7, "yes": 1})),
        ("leave-sure", "No!", ("stop", {})),
        ("leave-sure", "算了", ("stop", {})),
        ("leave-sure", "what happens then?", None),
        ("ticket-opened", "yes", None),
        ("area-which", "anywhere is fine", ("set_area", {"area": "all"})),
        ("area-unknown", "全城都行", ("set_area", {"area": "all"})),
        ("area-which", "hm", None),
        ("skills-which", "cooking", ("set_skill", {"text": "cooking"})),
        ("skills-which", "nothing", None),
        ("free-which", "from 6 pm", ("set_availability", {"text": "from 6 pm"})),
        ("availability-which", "周一不行", ("set_availability", {"text": "周一不行"})),
        ("free-which", "as you like it", None),
        ("pause-which", "two weeks", ("set_availability", {"text": "pause until two weeks"})),
        ("pause-which", "周五", ("set_availability", {"text": "暂停到周五"})),
        ("invite-which", "lighting divison", ("invite", {"text": "lighting divison"})),
        ("invite-which", "mmm", None),
        ("code-which", "BH-2207", ("join_by_code", {"code": "BH-2207"})),
        ("code-which", "I lost it", None),
        ("", CODE, ("join_by_code", {"code": CODE})),
        ("ticket-opened", CODE, ("join_by_code", {"code": CODE})),
        ("area-which", "anywhere " * 40, None),
    ],
)
async def test_an_answer_is_taken_for_what_was_asked(
    asked: str, text: str, found: Any, table: Table
) -> None:
    assert await table.answers(asked, YES, text=text) == found


async def test_a_place_or_a_pin_says_where(table: Table) -> None:
    place = next(iter(table.city.places.values()))
    verb, facts = await table.answers("area-which", text=place.names["zh"])
    assert verb == "set_area"
    assert facts["place"]["area"] in table.city.catalogue.within(place.area)
    more = Button("tap-area", "set_area", {"area": "x", "more": 1})
    verb, facts = await table.answers("area-which", more, point=place.point)
    assert (verb, facts["more"]) == ("set_area", 1)
    assert facts["place"]["area"] == table.city.area_at(place.point)
    outside = await table.answers("area-which", point=Point(1.0, 1.0))
    assert outside == ("set_area", {"place": {"area": None}})


async def test_a_tap_a_reference_and_an_open_form_are_no_such_answers(table: Table) -> None:
    tap = payload("stop", {})
    assert await table.answers("leave-sure", YES, text="", tap=tap) is None
    assert await table.answers("leave-sure", text="yes") is None, "there is nothing to tap"
    assert await table.answers("free-which", text="from 6 pm for K7Q-4M2") is None
    async with table.store.write() as tx:
        row = await people.find_address(tx, HERE)
        assert isinstance(row, AddressRow)
        row.busy = True
        tx.add(row)
    assert await table.answers("leave-sure", YES, text="yes") is None

"""What is said before Rasa is asked, and what needs no Rasa at all."""

from __future__ import annotations

from typing import Any

from bot.city import City
from bot.core.catalogue import Urgency
from bot.inbox.asked import answer
from bot.inbox.links import spot_in
from bot.inbox.scene import Scene, emergency
from bot.inbox.sense import Do, Tell, Think
from bot.message import MAX_TEXT, Say
from bot.outbox import lay
from bot.store import Tx, mail
from bot.verbs import Ask, do, may_open


async def say_first(tx: Tx, scene: Scene, city: City) -> None:
    """Says, once, what cannot wait: danger to life at once, and flaws on the way in."""
    key = f"{scene.row.id}:first"
    if await mail.result_of(tx, key) is not None:
        return
    says: list[Say] = []
    await say_danger(tx, scene, city)
    if scene.heard.flaw:
        says.append(Say(scene.person.id, scene.heard.flaw, {}))
    if len(scene.heard.text) > MAX_TEXT:
        says.append(Say(scene.person.id, "too-long", {"limit": MAX_TEXT}))
    await lay(tx, says, scene.turn, scene.now)
    await mail.keep_result(tx, key, {}, scene.now)


async def say_danger(tx: Tx, scene: Scene, city: City) -> None:
    """Says at once, where it was written, whom to call when life is in danger."""
    danger = emergency(scene, city)
    if danger is not None:
        await lay(tx, [Say(scene.person.id, *danger)], scene.turn, scene.now, at_once=True)


async def admitted(tx: Tx, scene: Scene, wanted: Think, city: City) -> bool:
    """Whether a tap in a group may open its question; else it was told why not."""
    if not scene.turn.beside or wanted.parse is None or scene.row.tries:
        return True
    verb, facts = str(wanted.parse["intent"]), dict(wanted.parse["entities"])
    return await may_open(tx, city, Ask(verb, facts, scene.person.id, scene.turn, scene.now))


async def answered_without_rasa(tx: Tx, scene: Scene, city: City) -> bool:
    """Answers what is clear by itself; False when Rasa is to be asked."""
    wanted = _link(scene, city) or _verb(scene) or await answer(tx, scene, city)
    if wanted is not None and not (await do(tx, city, wanted)).get("onward"):
        return True
    said = _sentence(scene, city)
    if said is not None:
        await lay(tx, [said], scene.turn, scene.now)
    return said is not None


def asked_at_once(scene: Scene, wanted: Do | Tell) -> Ask | None:
    """The verb of a tap or a command; between two who talk a smile and new words are words."""
    smile = isinstance(wanted, Tell) and wanted.key == "only-emoji"
    if scene.relay is not None and (smile or scene.heard.edits):
        return _in_relay(scene)
    if isinstance(wanted, Do):
        return Ask(wanted.verb, wanted.facts, scene.person.id, scene.turn, scene.now)
    return None


def _link(scene: Scene, city: City) -> Ask | None:
    """A greeting for a code whose place the city does not know (any more)."""
    spot = spot_in(scene.heard.text)
    if not isinstance(spot, str) or spot in city.places:
        return None
    return Ask("greet", {}, scene.person.id, scene.turn, scene.now)


def _verb(scene: Scene) -> Ask | None:
    """The answer to a question about a ticket; a person for whoever cannot go on; a relay."""
    text = scene.heard.text[:MAX_TEXT]
    if scene.heard.tap:
        return None
    if text and scene.about is not None and scene.about.key == "ticket-asked":
        facts = {"ref": scene.about.ref, "text": text}
        return Ask("answer", facts, scene.person.id, scene.turn, scene.now)
    if scene.reading.why == "self_harm":
        facts = {"text": text, "urgency": Urgency.EMERGENCY.value}
        return Ask("talk_to_human", facts, scene.person.id, scene.turn, scene.now)
    return _in_relay(scene) if scene.relay is not None else None


def _in_relay(scene: Scene) -> Ask:
    """What somebody says to the other side: words, pictures, a place, or that it is over."""
    heard = scene.heard
    text = heard.text[:MAX_TEXT]
    facts: dict[str, Any] = {"relay": scene.relay, "text": text}
    command = text.startswith("/")
    if (scene.reading.leaving or command) and not heard.edits:
        facts["text"] = "" if command else text
        return Ask("end_relay", facts, scene.person.id, scene.turn, scene.now)
    if heard.point is not None:
        facts["text"] = f"{text}\n📍 {heard.point.lat:.5f}, {heard.point.lon:.5f}".strip()
    if heard.edits:
        facts["text"] = f"✎ {text}"
    facts["photos"] = [*filter(None, [heard.photo]), *heard.more]
    facts["danger"] = scene.reading.urgency is Urgency.EMERGENCY
    facts["reply"] = scene.about.key if scene.about else ""
    return Ask("relay_words", facts, scene.person.id, scene.turn, scene.now)


def _sentence(scene: Scene, city: City) -> Say | None:
    """A pin outside the city, and words in a language that nobody here speaks."""
    point = scene.heard.point
    if point is not None and not city.contains(point):
        name = city.names.get(scene.person.language) or city.slug
        return Say(scene.person.id, "place-outside", {"city": name})
    if scene.reading.unspoken and scene.reading.urgency is not Urgency.EMERGENCY:
        return Say(scene.person.id, "language-not-spoken")
    return None

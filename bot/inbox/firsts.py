"""What is said before Rasa is asked, and what needs no Rasa at all."""

from __future__ import annotations

from bot.city import City
from bot.core.catalogue import Urgency
from bot.inbox.links import spot_in
from bot.inbox.scene import Scene, emergency
from bot.inbox.sense import Think
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
    wanted = _link(scene, city) or _verb(scene) or _sentence(scene, city)
    if isinstance(wanted, Ask):
        await do(tx, city, wanted)
    elif wanted is not None:
        await lay(tx, [wanted], scene.turn, scene.now)
    return wanted is not None


def _link(scene: Scene, city: City) -> Ask | None:
    """A greeting for a code whose place the city does not know (any more)."""
    spot = spot_in(scene.heard.text)
    if not isinstance(spot, str) or spot in city.places:
        return None
    return Ask("greet", {}, scene.person.id, scene.turn, scene.now)


def _verb(scene: Scene) -> Ask | None:
    """The answer to a question about a ticket; a person for whoever cannot go on."""
    text = scene.heard.text[:MAX_TEXT]
    if not text or scene.heard.tap:
        return None
    if scene.about is not None and scene.about.key == "ticket-asked":
        facts = {"ref": scene.about.ref, "text": text}
        return Ask("answer", facts, scene.person.id, scene.turn, scene.now)
    if scene.reading.why == "self_harm":
        facts = {"text": text, "urgency": Urgency.EMERGENCY.value}
        return Ask("talk_to_human", facts, scene.person.id, scene.turn, scene.now)
    return None


def _sentence(scene: Scene, city: City) -> Say | None:
    """A pin outside the city, and words in a language that nobody here speaks."""
    point = scene.heard.point
    if point is not None and not city.contains(point):
        name = city.names.get(scene.person.language) or city.slug
        return Say(scene.person.id, "place-outside", {"city": name})
    if scene.reading.unspoken and scene.reading.urgency is not Urgency.EMERGENCY:
        return Say(scene.person.id, "language-not-spoken")
    return None

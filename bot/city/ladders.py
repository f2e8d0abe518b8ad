"""Checks that every ladder of a city can be climbed, and ends at a desk that takes all."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bot.city.services import CATEGORIES, RESPONDERS
from bot.city.sheet import Page, near
from bot.core.catalogue import Catalogue, Category, Condition, Kind, Responder, Rung


def check_ladders(catalogue: Catalogue, faults: list[str]) -> list[str]:
    """Check what stands in one file against the others; gives the warnings."""
    warnings: list[str] = []
    for responder in catalogue.responders.values():
        page = Page(f"{RESPONDERS}/{responder.slug}.toml", faults)
        _check_known(page, "areas", responder.areas, catalogue.parents)
        _check_known(page, "categories", responder.categories, catalogue.categories)
    for category in catalogue.categories.values():
        file = f"{CATEGORIES}/{category.slug}.toml"
        page, softer = Page(file, faults), Page(f"warning: {file}", warnings)
        for number, rung in enumerate(category.ladder, start=1):
            where = f"ladder {number}"
            _check_condition(page, where, category, rung.when, catalogue)
            if rung.responder is not None:
                _check_known(page, where, [rung.responder], catalogue.responders)
            elif rung.kind is not None:
                serving = _serving(catalogue, category, rung.kind)
                _check_reach((page, softer), f"{where}: {rung.kind}", serving, catalogue)
        _check_last(page, category, catalogue)
    return [*warnings, *([] if faults else _idle(catalogue))]


def _idle(catalogue: Catalogue) -> Iterator[str]:
    """A warning for each category that a responder serves, and that never asks it."""
    for responder in catalogue.responders.values():
        where = f"warning: {RESPONDERS}/{responder.slug}.toml: categories"
        for slug in sorted(responder.categories):
            rungs = catalogue.categories[slug].ladder
            kind = responder.kind
            if not any(each.kind is kind or each.responder == responder.slug for each in rungs):
                yield f"{where}: {slug} never asks any {kind}; give it a rung, or take it out here"


def check_skills(catalogue: Catalogue, skills: Collection[str], faults: list[str]) -> None:
    """Check that what a category asks of volunteers is something that they can offer."""
    for category in catalogue.categories.values():
        page = Page(f"{CATEGORIES}/{category.slug}.toml", faults)
        for slug in sorted(category.skills.difference(skills)):
            guess = near(slug, skills)
            page.wrong(
                "skills",
                f"{slug!r} is no skill of city.toml; write it there, or one that is{guess}",
            )


def _check_known(page: Page, where: str, slugs: Collection[str], known: Collection[str]) -> None:
    for slug in sorted(slugs) if known else ():
        if slug not in known:
            page.wrong(where, f"{slug!r} is not in this city; write one that is{near(slug, known)}")


def _check_condition(
    page: Page, where: str, category: Category, when: Condition, catalogue: Catalogue
) -> None:
    _check_known(page, f"{where}.when.areas", when.areas, catalogue.parents)
    known = {each.key: [answer.key for answer in each.answers] for each in category.questions}
    for key, answers in when.answers.items():
        place = f"{where}.when.answers.{key}"
        if key not in known:
            guess = near(key, known)
            page.wrong(place, f"no question has this key; ask it, or take this out{guess}")
            continue
        for answer in sorted(answers.difference(known[key])):
            guess = near(answer, known[key])
            page.wrong(place, f"{answer!r} is no answer to it; write one that is{guess}")


def _serving(catalogue: Catalogue, category: Category, kind: Kind) -> list[Responder]:
    return [
        each
        for each in catalogue.responders.values()
        if each.kind is kind and category.slug in each.categories
    ]


def _check_reach(
    pages: tuple[Page, Page], where: str, serving: Collection[Responder], catalogue: Catalogue
) -> None:
    page, softer = pages
    missed = list(_missed(catalogue, serving))
    if not serving:
        page.wrong(where, "nobody of this kind serves the category; add one, or take the rung out")
    elif missed:
        softer.wrong(where, f"nobody of this kind in {', '.join(missed)}; add one there")


def _check_last(page: Page, category: Category, catalogue: Catalogue) -> None:
    where = "the last rung of the ladder"
    last: Rung | None = category.ladder[-1] if category.ladder else None
    if last is not None and last.when != Condition():
        page.wrong(where, "it has conditions, so some would have nobody; take its `when` out")
    if last is None or last.responder is None:
        page.wrong(where, 'it is no desk by name; write to = "responder:<slug>" of a government')
        return
    desk = catalogue.responders.get(last.responder)
    if desk is None:
        return
    if desk.kind is not Kind.GOVERNMENT:
        page.wrong(where, f"{desk.slug} is no government; write a government desk there")
    missed = list(_missed(catalogue, [desk]))
    if missed:
        page.wrong(
            where, f"{desk.slug} does not cover {', '.join(missed)}; let its areas be the city"
        )


def _missed(catalogue: Catalogue, serving: Collection[Responder]) -> Iterator[str]:
    """The areas that none of these responders covers; of nested ones the outermost."""
    served = frozenset().union(*(each.areas for each in serving))
    outer = set(catalogue.parents.values())
    chains = [catalogue.within(each) for each in catalogue.parents if each not in outer]
    covered = {area for chain in chains if not served.isdisjoint(chain) for area in chain}
    for area, parent in catalogue.parents.items():
        if area not in covered and (parent is None or parent in covered):
            yield area

"""An invitation on paper: a QR code as a picture, and a page of A5 to print and hand over."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import segno

from bot.errors import Faults
from bot.message import Facts

KINDS = (".svg", ".png")
SCALE = 8
"""Points for each square of a code's picture."""

Say = Callable[[str, str, Facts], str]
"""The sentence for a language, key and facts."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on an invitation."""

    links: Sequence[str]
    """The first is that of the picture; a page shows all."""
    code: str
    what: Facts
    """To what it invites, as a nested key and facts."""
    until: str
    city: Facts
    """The city's name by language, in the order in which the page speaks them."""


def check(file: Path | None, page: Path | None) -> None:
    """Raises Faults when a file cannot be what it is to be."""
    if file is not None and file.suffix not in KINDS:
        raise Faults([f"--qr {file}: write a name that ends in .svg or .png"])
    if page is not None and page.suffix not in (".html", ".htm"):
        raise Faults([f"--print {page}: write a name that ends in .html"])


def draw(card: Card, file: Path) -> None:
    """Writes the picture of the first link. Raises Faults when the file cannot be written."""
    code = segno.make(card.links[0], error="m", micro=False)
    try:
        code.save(str(file), scale=SCALE, border=4)
    except OSError as error:
        raise Faults([f"--qr {file}: {error.strerror}"]) from error


def print_page(card: Card, say: Say, file: Path) -> None:
    """Writes the page. Raises Faults when the file cannot be written."""
    try:
        file.write_text(page_of(card, say), encoding="utf-8")
    except OSError as error:
        raise Faults([f"--print {file}: {error.strerror}"]) from error


def page_of(card: Card, say: Say) -> str:
    """The page as HTML, all in one file: a browser prints it on A5."""
    title = " · ".join(str(name) for name in card.city.values())
    words = "\n".join(_in_language(card, say, language) for language in card.city)
    pictures = "\n".join(_picture(link) for link in card.links)
    return f"""<!doctype html>
<html><head><meta charset="utf-8"><title>{html.escape(title)}</title>
<style>
@page {{ size: A5; margin: 12mm }}
body {{ font: 12pt/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; max-width: 124mm;
  margin: 0 auto; text-align: center }}
.codes {{ display: flex; justify-content: center; gap: 8mm; margin: 8mm 0 }}
figure {{ margin: 0; width: 52mm }}
svg {{ width: 100%; height: auto }}
figcaption {{ font-size: 8pt; overflow-wrap: anywhere }}
h1 {{ font-size: 18pt; margin: 4mm 0 0 }}
section {{ margin: 6mm 0; break-inside: avoid }}
h2 {{ font-size: 14pt; margin: 0 }}
p {{ margin: 1mm 0 }}
code {{ font-size: 11pt }}
</style></head>
<body>
<h1>{html.escape(title)}</h1>
<div class="codes">
{pictures}
</div>
{words}
</body></html>
"""


def _in_language(card: Card, say: Say, language: str) -> str:
    def told(key: str, **facts: object) -> str:
        return html.escape(say(language, key, facts))

    what = say(language, str(card.what["key"]), card.what["facts"])
    code = told("print-code", code=card.code).replace(card.code, f"<code>{card.code}</code>")
    return f"""<section lang="{language}" dir="{told("page-direction")}">
<h2>{told("print-title")}</h2>
<p><strong>{html.escape(what)}</strong></p>
<p>{told("print-how")}</p>
<p>{code}</p>
<p>{told("print-until", until=card.until)}</p>
</section>"""


def _picture(link: str) -> str:
    drawn = segno.make(link, error="m", micro=False).svg_inline(scale=1, border=4, omitsize=True)
    host = link.rsplit("//", maxsplit=1)[-1].split("/", maxsplit=1)[0]
    return f"<figure>{drawn}<figcaption>{html.escape(host)}</figcaption></figure>"

"""Which language a text is in: by its script first, then by its small words, then by its look."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.reading.look import look, name
from bot.reading.words import known, words_of

HAN, LATIN = "CJK", "LATIN"
SCRIPTS = {
    "ARABIC": ("ar", "fa", "ur"),
    "ARMENIAN": ("hy",),
    "BENGALI": ("bn",),
    HAN: ("zh",),
    "CYRILLIC": ("ru", "uk", "bg", "mk"),
    "DEVANAGARI": ("hi", "mr", "ne"),
    "ETHIOPIC": ("am",),
    "GEORGIAN": ("ka",),
    "GREEK": ("el",),
    "GUJARATI": ("gu",),
    "GURMUKHI": ("pa",),
    "HANGUL": ("ko",),
    "HEBREW": ("he",),
    "HIRAGANA": ("ja",),
    "KANNADA": ("kn",),
    "KHMER": ("km",),
    "LAO": ("lo",),
    "MALAYALAM": ("ml",),
    "MONGOLIAN": ("mn",),
    "MYANMAR": ("my",),
    "SINHALA": ("si",),
    "TAMIL": ("ta",),
    "TELUGU": ("te",),
    "THAI": ("th",),
    "TIBETAN": ("bo",),
}
"""Languages by script, the most spoken first; every other language is in Latin script."""

ALIKE = ("en", "es", "fr", "de", "it", "pt", "nl", "pl", "ro", "sv", "tr", "vi", "id", "tl", "sw")
"""Languages in Latin script that are told apart."""

SENTENCE = 20
"""Letters from which on a text's look tells its language."""

SURE = 0.95
"""From which probability on a language that nobody here speaks is believed."""

LIKELY = 0.6
"""From which probability on a few words are in another language than the first that has their
script, for somebody who speaks none of that script: "menu" is .42 French."""

FEW = 4
"""Letters below which a word tells nothing: ok, SOS."""

_MIXED = 0.7
"""The part that a script must have to decide alone."""

_WEIGHTS = {HAN: 3, "HIRAGANA": 3, "HANGUL": 3}
"""Letters of an alphabet that one sign is worth."""

_TELLING = 3
"""Small words of a language that tell it without a closer look."""

_READ = 1000
"""Letters that tell a language at the latest."""

_LATIN_WORDS = 2
"""Words in Latin letters that tell a language of another script; one does in a text of two."""

_CODE = re.compile(r"(?<!\w)(?=\w*\d)\w{2,4}-(?=\w*\d)\w{2,5}(?!\w)")
"""What was meant for a reference."""

_LIKE_A_NUMBER = re.compile(r"\w{1,3}|[^\W\d]+\d+")
"""Words with figures that may be a flat, a lift or a bus: b7c, lift7."""

_LETTERED = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_NEUTRAL = frozenset({"okay", "wifi", "wechat", "telegram", "whatsapp", "email", "hmmm", "haha"})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NO_WORD = re.compile(r"[!-~]{0,64}(?:://|www\.|@)[!-~]*|[A-Za-z-]{0,64}\d[A-Za-z\d-]*")
"""Links, addresses of mail, references and the like."""


_SMALL = {
    "de": "der die das und ist nicht ein eine ich wir mit auf im in den zu von seit bei sind es",
    "it": "il la lo gli di che è un una in per non sono con del della da mi al si anche ho",
    "pt": "o a os as de do da que em um uma é não por com para está na no se meu minha há dos",
    "nl": "de het een en is niet van in op dat te zijn met voor er ik wij aan al bij",
    "pl": "w na z do nie się jest to że o jak po od przez jestem mam są nas",
    "ro": "de la și în nu este un o cu pe din pentru că mai sunt la sa se",
    "sv": "och är det en att på som inte för av med jag har ett vi från",
    "sw": "na ya wa kwa ni za katika hii yangu kuna la cha",
    "tl": "ang ng sa na mga ay po namin hindi ko may at dito wala",
    "tr": "ve bir bu için değil çok var yok ile da de ne mi",
    "vi": "là và của có không ở cho tôi được này đã một trong bị các với",
    "id": "dan di yang tidak ada ini itu dengan untuk saya kami dari sudah ke pada",
}
"""Small words of languages without a folder; the others tell theirs in words.toml."""


@lru_cache(maxsize=1)
def _small_words() -> Mapping[str, frozenset[str]]:
    """The small words of every language that has a list, read once."""
    told = {each.language: each.small for each in words_of(known()).tongues if each.small}
    return {each: frozenset(words.split()) for each, words in _SMALL.items()} | told


def find_language(text: str, spoken: Sequence[str], prior: str | None) -> tuple[str, str | None]:
    """The language to go on in, one of the spoken, and the one that nobody here speaks.

    `prior` is what the person spoke so far: short, mixed and speechless texts keep it. None when
    nobody knows: a text that tells nothing is in the first of the spoken then.
    """
    text = text[:_READ]
    scripts = _weigh(text)
    script = _leading(scripts, prior)
    if script is None or (prior and script == LATIN and scripts[script] < FEW):
        return prior or spoken[0], None
    if script == LATIN and (lettered := _lettered(text, spoken)):
        return lettered, None
    here = [each for each in spoken if script_of(each) == script]
    there = tuple(dict.fromkeys((*SCRIPTS.get(script, ALIKE), *here)))
    told = _tell(text, there, here) if len(there) > 1 else there[0]
    if told in here:
        return str(told), None
    if told is None and not here and script != LATIN:  # too short to tell, but not ours
        told = there[0]
    if prior in here or not here:
        return prior or spoken[0], told
    least = LIKELY if prior else 0.0
    return (None if told else name(text, here, least)) or here[0], told


def script_of(language: str) -> str:
    """The script that a language is written in, as Unicode calls it."""
    found = (script for script, languages in SCRIPTS.items() if language in languages)
    return next(found, LATIN)


def _weigh(text: str) -> Counter[str]:
    """How much of a text is in which script, in letters of an alphabet."""
    weights: Counter[str] = Counter()
    for word in _WORD.findall(_NO_WORD.sub(" ", text)):
        if word.casefold() not in _NEUTRAL:
            weights.update(map(script_in, word))
    for script, worth in _WEIGHTS.items():
        weights[script] *= worth
    if weights["HIRAGANA"]:  # Japanese takes Chinese characters in
        weights["HIRAGANA"] += weights.pop(HAN, 0)
    known = {each: weight for each, weight in weights.items() if each in SCRIPTS or each == LATIN}
    return +Counter(known)


def _leading(weights: Counter[str], prior: str | None) -> str | None:
    if not weights:
        return None
    script, weight = weights.most_common(1)[0]
    whole = weights.total()
    own = weights[script_of(prior)] if prior else 0
    if prior and weight < _MIXED * whole and own > (1 - _MIXED) * whole:
        return script_of(prior)
    return script


def _lettered(text: str, spoken: Sequence[str]) -> str | None:
    """The language of another script that somebody types in Latin letters, if any is."""
    found = _LETTERED.findall(_CODE.sub(" ", text))
    words = [each.casefold().replace("’", "'") for each in found]
    tongues = words_of(spoken).tongues
    for tongue in tongues:
        known = sum(tongue.in_latin(each) for each in words)
        looks = [each for each in words if not tongue.in_latin(each) and tongue.looks_latin(each)]
        sure = [each for each in looks if not _LIKE_A_NUMBER.fullmatch(each)]
        told = known + len(looks if known else sure)
        if told >= _LATIN_WORDS or (told and told * _LATIN_WORDS >= len(words)):
            others = max(sum(word in each.small for word in words) for each in tongues)
            return tongue.language if told + len(sure) > others else None
    return None


def _tell(text: str, there: Sequence[str], here: Sequence[str]) -> str | None:
    """One of the languages of a script, or None when the text tells too little."""
    words = [each.casefold().replace("’", "'") for each in _WORD.findall(text)]
    lists = {each: found for each, found in _small_words().items() if each in there}
    small = Counter({each: sum(word in found for word in words) for each, found in lists.items()})
    (best, most), (_, second) = [*small.most_common(2), ("", 0), ("", 0)][:2]
    clear = most > second if best in here else most >= max(_TELLING, 2 * second)
    if clear and 5 * most >= len(words):
        return best
    if sum(map(len, words)) <= SENTENCE:
        return None
    told, chance = look(text, there)
    if told in here or (chance >= SURE and (told not in lists or small[told])):
        return told
    return None


@lru_cache(maxsize=16384)
def script_in(letter: str) -> str:
    """The first word of a letter's name; both kana are one script."""
    name = unicodedata.name(letter, "").split(" ")[0].split("-")[0]
    return {"KATAKANA": "HIRAGANA"}.get(name, name)

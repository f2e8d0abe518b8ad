"""The languages that people may ask for, by the names that they call them."""

from __future__ import annotations

import re

NAMES = {
    "zh": "中文 汉语 漢語 普通话 普通話 国语 國語 chinese mandarin chino chinois китайский "
    "китайском الصينية",
    "en": "英文 英语 英語 english inglés ingles anglais английский английском الإنجليزية",
    "es": "西班牙文 西班牙语 西班牙語 spanish español espanol espagnol испанский испанском "
    "الإسبانية",
    "fr": "法文 法语 法語 french français francais francés frances французский французском "
    "الفرنسية",
    "ar": "阿拉伯文 阿拉伯语 阿拉伯語 arabic árabe arabe арабский арабском العربية عربي",
    "ru": "俄文 俄语 俄語 russian ruso russe русский русском الروسية",
}
_CODES = {name: code for code, names in NAMES.items() for name in names.split()}
_UNREAD = ("看不懂", "听不懂", "不懂", "不会", "don't read", "dont read", "don't speak", "is bad")
_CLAUSE = re.compile(r"[,，.。;；:：!！?？、]")


def language_in(text: str) -> str | None:
    """The one language that a sentence asks for; None when it names none, or two.

    "My Chinese is bad, English please" asks for English.
    """
    clauses = [each for each in _CLAUSE.split(text.casefold()) if not _about_trouble(each)]
    found = {code for each in clauses for name, code in _CODES.items() if name in each}
    return found.pop() if len(found) == 1 else None


def _about_trouble(clause: str) -> bool:
    return any(each in clause for each in _UNREAD)

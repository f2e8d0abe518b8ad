"""For whom a report is, when not for its writer: a code such as `mother`, never a name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.core.people import SOMEBODY
from bot.reading.text import plain

_ENGLISH: Mapping[str, str] = {
    "neighbour": r"(?:a )?neighbou?rs?|man next door|(?:lady|family|people) (?:up|down)stairs",
    "parents": r"parents|(?:mum|mom) and dad|folks",
    "mother": r"mother(?!-in)|mum|mom|mommy|mama",
    "father": r"father(?!-in)|dad|daddy|papa",
    "grandmother": r"grandmother|grandma|granny|gran|nan|nana",
    "grandfather": r"grandfather|grandpa|grandad|granddad",
    "wife": r"wife",
    "husband": r"husband",
    "child": r"sons?|daughters?|child|children|kids?",
    "sibling": r"brothers?|sisters?",
    "relative": r"aunt|auntie|uncle|cousin|niece|nephew|(?:mother|father)-in-law|in-laws",
    "colleague": r"colleagues?|co-?workers?|boss",
    "friend": r"(?:a )?friends?|mate|roommate|flatmate",
}
_CHINESE: Mapping[str, str] = {
    "neighbour": r"邻居|隔壁|隔篱|对门|楼上|楼下",
    "parents": r"爸妈|父母|爹妈",
    "mother": r"妈妈|母亲|老妈|阿妈|(?<=[我俺家])妈",
    "father": r"爸爸|父亲|老爸|(?<=[我俺家])爸",
    "grandmother": r"奶奶|外婆|姥姥|阿嬷|祖母",
    "grandfather": r"爷爷|外公|姥爷|祖父|阿公",
    "wife": r"妻子|老婆|爱人",
    "husband": r"丈夫|老公|(?<=[我俺])先生",
    "child": r"儿子|女儿|孩子|小孩",
    "sibling": r"哥哥|弟弟|姐姐|妹妹",
    "relative": r"姑姑|姑妈|姨妈|舅舅|舅妈|叔叔|伯伯|婶婶|岳父|岳母|公公|亲戚",
    "colleague": r"同事|徒弟|老板",
    "friend": r"朋友|室友|同学",
}
_ANYBODY = re.compile(
    r"\bon (?:some(?:one|body)(?:[’']s)|another(?: person)?[’']s) behalf\b"
    r"|\b(?:for|behalf of) (?:some(?:one|body) else|another person)\b"
    r"|\bnot for (?:me|myself)\b"
    r"|不是我(?:自己|本人)的?|[替给帮]别人[报说反求写]|[代替]人[报办申]|代报",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"\bi(?:[’']m| am| need| ca(?:nno|n[’']?)t| live| broke| fell)\b"
    r"|我(?:自己|一个人|需要|不能|没法|做不了|走不动|摔|病|独居|卧床)",
    re.IGNORECASE,
)
"""Words by which the writer is the one in need, whoever else is spoken of."""

_OWN = r"(?:(?:my|our|the|this|old|older|elderly|dear|deaf|blind|sick)\s){0,3}"
_SAID_FOR = (
    r"\b(?:(?:report\w*|wr[io]t\w+|typ\w+|ask\w*|call\w*|here|speak\w*|act\w*)\b[^.!?]{0,30}"
    r"|(?:doing this|this is|it[’']s|it is)(?: a report| a request)?\s)"
    rf"\bfor {_OWN}(?:PERSON)\b(?![’']s)"
    rf"|\b(?:behalf|name|place) of {_OWN}(?:PERSON)\b"
    r"|[帮幫替代受给](?!自己)[^，。,.!？?]{0,6}(?:人物)[^，。,.!？?]{0,4}[报说反问办讲登写求申委]"
)
_IN_NEED = (
    r"\b(?:my|our)\s(?:\w+\s)?(?:PERSON)\b[^.!?]{0,30}?"
    r"\b(?:can[’']?t|cannot|needs?|alone|broke|fell|ill|sick|old|bed|legs?|\d\d)\b"
    rf"|\bfor {_OWN}(?:PERSON)\b(?![’']s)"
    r"|(?:人物)[^。.!？?]{0,20}?(?:需要|一个人|独居|摔|病|不能|没法|不了|不动|不便|岁|住院|卧床)"
)
_NO_NEED = frozenset({"child", "colleague"})


def _rules(pattern: str) -> dict[str, re.Pattern[str]]:
    return {
        code: re.compile(
            pattern.replace("PERSON", words).replace("人物", _CHINESE[code]), re.IGNORECASE
        )
        for code, words in _ENGLISH.items()
    }


_TOLD, _NEEDY, _ANY = _rules(_SAID_FOR), _rules(_IN_NEED), _rules(r"\b(?:PERSON)\b|(?:人物)")


def find_whom(text: str) -> str | None:
    """For whom a report says that it is; None when it says nothing of the kind."""
    return _first(_TOLD, text) or (SOMEBODY if _ANYBODY.search(plain(text)) else None)


def find_needy(text: str) -> str | None:
    """Of whom a call for help at home speaks; None when it is the writer, or nobody is named."""
    if _ITSELF.search(plain(text)):
        return None
    found = _first(_NEEDY, text)
    return None if found in _NO_NEED else found


def announced(text: str) -> str:
    """Who is meant by "I write for somebody else"."""
    return _first(_ANY, text) or SOMEBODY


def _first(rules: Mapping[str, re.Pattern[str]], text: str) -> str | None:
    """The code of the rule that matches first in the text."""
    text = plain(text)
    found = {code: match.start() for code, rule in rules.items() if (match := rule.search(text))}
    return min(found, key=lambda code: found[code], default=None)

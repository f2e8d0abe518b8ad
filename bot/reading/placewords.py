"""The small words round a place's name: near, opposite, the corner of, I live in."""

from __future__ import annotations

import re

REACH = 60
"""Characters round a name that are looked at."""


def _before(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\Z", re.IGNORECASE)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\A(?:{pattern})\Z", re.IGNORECASE)


def _after(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_NEAR_EN = (
    r"(?:near(?:by)?|next\s+to|opposite(?:\s+to|\s+of)?|across\s+(?:the\s+\w+\s+)?from|behind"
    r"|in\s+front\s+of|beside|close\s+to|outside|around|by|not\s+far\s+from|facing)"
)
_NEAR_ZH = (
    r"(?:附近|周边|周围|一带|旁边|旁|隔壁|斜?对面|对过|边上|[东南西北前后左右](?:面|边|侧)|外面|外)"
)

NEAR_BEFORE = _before(rf"\b{_NEAR_EN}(?:\s+the)?\s+|靠近|紧挨着?|挨着")
NEAR_AFTER = _after(rf"\s*的?{_NEAR_ZH}")
PART_AFTER = _after(r"\s*的?(?:[东南西北正后大侧]门|门口|大门口|入口|出口|院内|院里|里面)")

CROSS_BEFORE = _before(
    r"(?:\bthe\s+)?\b(?:corner|junction|intersection|crossing|crossroads)\s+of\s+(?:the\s+)?"
)
CROSS_AFTER = _after(
    r"\s*的?(?:十字路口|丁字路口|交叉路?口|交汇处|交界处?|相交处?|路口|口(?![岸罩水味腔]))"
    r"|\s+(?:corner|junction|intersection|crossing|crossroads)\b"
)
AND = _whole(r"\s*(?:and|&|/|x|×|@|at|with|与|和|跟|及|、|\+|-)\s*(?:the\s+)?")
TO = _whole(r"\s*(?:一?直?到|至|to|until|till|~|～|—+|–)\s*(?:the\s+)?")

GLUE = _whole(
    r"(?:[\s,，、;；:：()（）·/-]|\b(?:on|in|at|of|the|along|inside|just|right)\b"
    rf"|\b{_NEAR_EN}\b|的|在|上|里|内|靠近|{_NEAR_ZH})*"
)
"""What may stand between two names that tell one place together."""

COMMA = re.compile(r"[,，、;；]")

HOME = _before(
    r"\b(?:i|we)(?:\s+(?:am|are)|['’](?:m|re))?\s+(?:liv\w+|stay\w*|am|from|reside)"
    r"(?:\s+(?:in|at|on|from|near|by))?(?:\s+the)?\s+"
    r"|\b(?:resident|tenant|owner)s?\s+(?:of|in|at)\s+(?:the\s+)?"
    r"|住在?|家在|我是"
)
"""Stands before where a person lives, which may not be what they write about."""

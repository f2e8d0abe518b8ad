"""How the Bot API says no, by itself or because a test wants it to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

DESCRIPTIONS = {
    400: "Bad Request: something is wrong",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance "
    "is running",
    429: "Too Many Requests: retry after {retry_after}",
    500: "Internal Server Error",
    502: "Bad Gateway",
}

Way = Literal["answer", "hang", "drop", "page"]


class Refusal(Exception):
    """An answer that is not ok, in the Bot API's words."""

    def __init__(
        self,
        code: int,
        description: str,
        retry_after: int | None = None,
        migrate_to: int | None = None,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.migrate_to = migrate_to

    def body(self) -> dict[str, Any]:
        """The JSON of the answer."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        if self.migrate_to is not None:
            body["parameters"] = {"migrate_to_chat_id": self.migrate_to}
        return body


def bad(description: str) -> Refusal:
    """400, as the real one words it."""
    return Refusal(400, f"Bad Request: {description}")


@dataclass(frozen=True, slots=True)
class Fault:
    """A failure that a test has ordered for a method (`*` is any, `file` a download).

    `answer`: a Bot API error. `page`: an HTML page of some proxy, naming the whole address.
    `hang`: no answer until the other side gives up. `drop`: the connection breaks. With `late`
    the method does its work first, and only the answer is lost.
    """

    code: int = 500
    description: str = ""
    retry_after: int | None = None
    way: Way = "answer"
    late: bool = False

    def refusal(self) -> Refusal:
        """What the answer says."""
        words = self.description or DESCRIPTIONS.get(self.code, "Something is wrong")
        return Refusal(self.code, words.format(retry_after=self.retry_after), self.retry_after)

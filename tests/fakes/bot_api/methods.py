"""What the Bot API does for each method, on the people and messages in memory."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from tests.fakes.bot_api.faults import Refusal, bad
from tests.fakes.bot_api.person import Person
from tests.fakes.bot_api.rules import (
    check_alert,
    check_caption,
    check_commands,
    check_markup,
    check_photo,
    check_text,
    check_webhook,
)
from tests.fakes.bot_api.screen import Received, Screen

if TYPE_CHECKING:
    from tests.fakes.bot_api.server import BotApi

Json = dict[str, Any]

MOST_DOCUMENT = 50_000_000
"""Bytes (Bot API, sendDocument)."""


class Methods:
    """One method each, by the Bot API's name; the fields were read and typed before."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._table: dict[str, Callable[[Json], Awaitable[Any]]] = {
            "getMe": self._get_me,
            "getUpdates": api.updates.poll,
            "sendMessage": self._send_message,
            "sendPhoto": self._send_photo,
            "sendDocument": self._send_document,
            "editMessageReplyMarkup": self._edit_markup,
            "deleteMessage": self._delete_message,
            "answerCallbackQuery": self._answer,
            "getFile": self._get_file,
            "setMyCommands": self._set_commands,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
        }

    async def call(self, method: str, fields: Json) -> Any:
        """The result. Raises Refusal."""
        return await self._table[method](fields)

    async def _get_me(self, fields: Json) -> Json:
        return {**self._api.me, "can_join_groups": True, "can_read_all_group_messages": False,
                "supports_inline_queries": False}  # fmt: skip

    async def _send_message(self, fields: Json) -> Json:
        place = self._place(fields, "text messages")
        content: Json = {"text": check_text(fields["text"])}
        return self._deliver(place, content, fields, None)

    async def _send_photo(self, fields: Json) -> Json:
        place = self._place(fields, "photos")
        photo: bytes | str = fields["photo"]
        if isinstance(photo, str):
            raise bad("wrong remote file identifier specified: wrong string length")
        check_photo(photo)
        caption = check_caption(fields.get("caption", ""))
        size = {**self._api.files.add(photo), "width": 1280, "height": 960}
        content: Json = {"photo": [size], **({"caption": caption} if caption else {})}
        return self._deliver(place, content, fields, photo)

    async def _send_document(self, fields: Json) -> Json:
        place = self._place(fields, "documents")
        document: bytes | str = fields["document"]
        if isinstance(document, str):
            raise bad("wrong remote file identifier specified: wrong string length")
        if len(document) > MOST_DOCUMENT:
            raise bad("file is too big")
        caption = check_caption(fields.get("caption", ""))
        content: Json = {"document": self._api.files.add(document)}
        return self._deliver(place, {**content, "caption": caption}, fields, document)

    def _deliver(self, place: Screen, content: Json, fields: Json, photo: bytes | None) -> Json:
        markup = fields.get("reply_markup")
        if markup is not None:
            check_markup(markup)
        message = {
            "message_id": self._api.next_message(),
            "from": self._api.me,
            "chat": place.chat,
            "date": self._api.now(),
            **content,
            **self._around(place, fields),
        }
        if markup and "inline_keyboard" in markup:
            message["reply_markup"] = markup
        if isinstance(place, Person):
            self._change_keyboard(place, markup or {}, message["message_id"])
        place.inbox.append(Received(message, photo))
        self._api.bell.ring()
        return message

    @staticmethod
    def _around(place: Screen, fields: Json) -> Json:
        """The topic of a message, and what it replies to: anything that was said there."""
        around: Json = {}
        if fields.get("message_thread_id"):
            around |= {"message_thread_id": fields["message_thread_id"], "is_topic_message": True}
        if answered := fields.get("reply_parameters"):
            if not isinstance(answered.get("message_id"), int):
                raise bad("can't parse reply parameters")
            around["reply_to_message"] = {
                "message_id": answered["message_id"], "chat": place.chat, "date": 0,
            }  # fmt: skip
        return around

    @staticmethod
    def _change_keyboard(person: Person, markup: Json, message: int) -> None:
        if "keyboard" in markup:
            buttons = [button for row in markup["keyboard"] for button in row]
            person.keyboard = [each if isinstance(each, str) else each["text"] for each in buttons]
            person.keyboard_of = message
        elif "remove_keyboard" in markup:
            person.keyboard, person.keyboard_of = [], None

    async def _edit_markup(self, fields: Json) -> Json:
        message = self._message(fields)
        if message is None:
            raise bad("message to edit not found")
        place = self._place(fields, "documents")
        if isinstance(place, Person) and message.id == place.keyboard_of:
            raise bad("message can't be edited")
        markup = fields.get("reply_markup") or {}
        if markup:
            check_markup(markup)
        if (markup.get("inline_keyboard") or []) == (
            message.raw.get("reply_markup", {}).get("inline_keyboard") or []
        ):
            raise bad(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message"
            )
        raw = {key: value for key, value in message.raw.items() if key != "reply_markup"}
        raw["edit_date"] = self._api.now()
        if markup.get("inline_keyboard"):
            raw["reply_markup"] = markup
        message.raw = raw
        self._api.bell.ring()
        return raw

    async def _delete_message(self, fields: Json) -> bool:
        message = self._message(fields)
        if message is None:
            raise bad("message to delete not found")
        message.deleted = True
        place = self._place(fields, "documents")
        if isinstance(place, Person) and place.keyboard_of == message.id:
            place.keyboard, place.keyboard_of = [], None
        self._api.bell.ring()
        return True

    async def _answer(self, fields: Json) -> bool:
        query = fields["callback_query_id"]
        if query not in self._api.waiting_taps:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        check_alert(fields)
        self._api.waiting_taps.remove(query)
        if fields.get("text"):
            self._api.tappers[query].alerts.append(fields["text"])
        self._api.bell.ring()
        return True

    async def _get_file(self, fields: Json) -> Json:
        return self._api.files.told(fields["file_id"])

    async def _set_commands(self, fields: Json) -> bool:
        check_commands(fields)
        scope = (fields.get("scope") or {}).get("type")
        menus = self._api.group_commands if scope == "all_group_chats" else self._api.commands
        menus[fields.get("language_code", "")] = {
            each["command"]: each["description"] for each in fields["commands"]
        }
        self._api.bell.ring()
        return True

    async def _set_webhook(self, fields: Json) -> bool:
        check_webhook(fields)
        secret = fields.get("secret_token", "")
        self._api.updates.set_webhook(fields["url"], secret, fields.get("allowed_updates") or [])
        return True

    async def _delete_webhook(self, fields: Json) -> bool:
        self._api.updates.set_webhook("", "", [])
        return True

    def _place(self, fields: Json, what: str = "") -> Screen:
        """The chat where the bot does something; `what` it wants to send. Raises Refusal."""
        if group := self._api.groups.get(fields["chat_id"]):
            group.check(fields, what)
            return group
        person = self._api.people.get(fields["chat_id"])
        if person is None:
            raise bad("chat not found")
        if person.gone:
            raise Refusal(403, "Forbidden: user is deactivated")
        if person.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if not person.started:
            raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
        return person

    def _message(self, fields: Json) -> Received | None:
        """One of the bot's messages that is still there."""
        found = self._place(fields).screen
        return next((each for each in found if each.id == fields["message_id"]), None)

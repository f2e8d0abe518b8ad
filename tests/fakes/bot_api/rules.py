"""What the Bot API accepts: the fields of each method, and the limits of what is in them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from tests.fakes.bot_api.faults import bad

Given = Mapping[str, Any]
"""The fields of a call, as they came: strings, or bytes for an upload."""


def text_(value: Any) -> str:
    """A string."""
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def flag(value: Any) -> bool:
    """A Boolean, as forms and JSON write it."""
    return {"true": True, "false": False, "1": True, "0": False}[str(value).lower()]


def data(value: Any) -> Any:
    """Anything in JSON."""
    return json.loads(value) if isinstance(value, str) else value


def upload(value: Any) -> bytes | str:
    """A file that was uploaded, or the id of one that Telegram has."""
    if not isinstance(value, bytes | str) or not value:
        raise ValueError(value)
    return value


_SENT: dict[str, Callable[[Any], Any]] = {
    "chat_id": int,
    "message_thread_id": int,
    "disable_notification": flag,
    "protect_content": flag,
    "allow_paid_broadcast": flag,
    "message_effect_id": text_,
    "reply_parameters": data,
    "reply_markup": data,
}

FIELDS: dict[str, dict[str, Callable[[Any], Any]]] = {
    "getMe": {},
    "getUpdates": {"offset": int, "limit": int, "timeout": int, "allowed_updates": data},
    "sendMessage": {
        **_SENT,
        "text": text_,
        "parse_mode": text_,
        "entities": data,
        "link_preview_options": data,
    },
    "sendPhoto": {
        **_SENT,
        "photo": upload,
        "caption": text_,
        "parse_mode": text_,
        "caption_entities": data,
        "show_caption_above_media": flag,
        "has_spoiler": flag,
    },
    "sendDocument": {
        **_SENT,
        "document": upload,
        "caption": text_,
        "parse_mode": text_,
        "caption_entities": data,
        "disable_content_type_detection": flag,
    },
    "editMessageReplyMarkup": {"chat_id": int, "message_id": int, "reply_markup": data},
    "deleteMessage": {"chat_id": int, "message_id": int},
    "answerCallbackQuery": {
        "callback_query_id": text_,
        "text": text_,
        "show_alert": flag,
        "url": text_,
        "cache_time": int,
    },
    "getFile": {"file_id": text_},
    "setMyCommands": {"commands": data, "scope": data, "language_code": text_},
    "setWebhook": {
        "url": text_,
        "ip_address": text_,
        "max_connections": int,
        "allowed_updates": data,
        "drop_pending_updates": flag,
        "secret_token": text_,
    },
    "deleteWebhook": {"drop_pending_updates": flag},
}

NEEDED: dict[str, tuple[str, ...]] = {
    "sendMessage": ("chat_id", "text"),
    "sendPhoto": ("chat_id", "photo"),
    "sendDocument": ("chat_id", "document"),
    "editMessageReplyMarkup": ("chat_id", "message_id"),
    "deleteMessage": ("chat_id", "message_id"),
    "answerCallbackQuery": ("callback_query_id",),
    "getFile": ("file_id",),
    "setMyCommands": ("commands",),
    "setWebhook": ("url",),
}


def read_fields(method: str, given: Given) -> dict[str, Any]:
    """A call's fields with their types. Raises Refusal for an unknown, wrong or missing one."""
    known = FIELDS[method]
    fields: dict[str, Any] = {}
    for name, value in given.items():
        if name not in known:
            raise bad(f'unknown field "{name}"')
        try:
            fields[name] = known[name](value)
        except (ValueError, KeyError, TypeError):
            raise bad(f'can\'t parse field "{name}"') from None
    for name in NEEDED.get(method, ()):
        if fields.get(name) in (None, ""):
            raise bad(_MISSING.get(name, f"{name} is empty"))
    return fields


_MISSING = {"text": "message text is empty", "photo": "there is no photo in the request"}


def check_text(text: str) -> str:
    """A message's text as it is kept. Raises Refusal when empty or too long."""
    kept = text.strip()
    if not kept:
        raise bad("message text is empty")
    if _units(kept) > 4096:
        raise bad("message is too long")
    return kept


def check_caption(caption: str) -> str:
    """A caption as it is kept. Raises Refusal when too long."""
    kept = caption.strip()
    if _units(kept) > 1024:
        raise bad("message caption is too long")
    return kept


def check_photo(photo: bytes) -> None:
    """Raises Refusal for what is no picture or too large (Bot API, sendPhoto: 10 MB)."""
    if len(photo) > 10 * 1024 * 1024:
        raise bad("file is too big")
    if not photo.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        raise bad("IMAGE_PROCESS_FAILED")


def check_markup(markup: Any) -> None:
    """Raises Refusal for a reply markup that the Bot API would not take."""
    if not isinstance(markup, dict):
        raise bad("can't parse reply keyboard markup JSON object")
    if "inline_keyboard" in markup:
        _check_inline(markup)
    elif "keyboard" in markup:
        _check_keyboard(markup)
    elif set(markup) - {"remove_keyboard", "selective"} or not markup.get("remove_keyboard"):
        raise bad("object expected as reply markup")


def _check_inline(markup: dict[str, Any]) -> None:
    if set(markup) != {"inline_keyboard"}:
        raise bad("can't parse inline keyboard markup JSON object")
    rows = markup["inline_keyboard"]
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100 or any(len(row) > 8 for row in rows):
        raise bad("reply markup is too long")
    for button in buttons:
        _check_button(button)


def _check_button(button: dict[str, Any]) -> None:
    if unknown := set(button) - {"text", "callback_data", "url"}:
        raise bad(f'unknown field "{min(unknown)}" of InlineKeyboardButton')
    if not str(button.get("text", "")).strip():
        raise bad("can't parse inline keyboard button: field text must be non-empty")
    if "url" in button:
        return
    if not button.get("callback_data"):
        raise bad("text buttons are unallowed in the inline keyboard")
    if len(button["callback_data"].encode()) > 64:
        raise bad("BUTTON_DATA_INVALID")


def _check_keyboard(markup: dict[str, Any]) -> None:
    known = {"keyboard", "is_persistent", "resize_keyboard", "one_time_keyboard",
             "input_field_placeholder", "selective"}  # fmt: skip
    if unknown := set(markup) - known:
        raise bad(f'unknown field "{min(unknown)}" of ReplyKeyboardMarkup')
    for button in (button for row in markup["keyboard"] for button in row):
        words = button if isinstance(button, str) else button.get("text", "")
        if not words.strip():
            raise bad("keyboard button text must be non-empty")


def check_commands(fields: dict[str, Any]) -> None:
    """Raises Refusal for a menu of commands that the Bot API would not take."""
    if len(fields["commands"]) > 100:
        raise bad("too many commands")
    for each in fields["commands"]:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", each["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(each["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    if not re.fullmatch(r"([a-z]{2})?", fields.get("language_code", "")):
        raise bad("invalid language code specified")
    scope = fields.get("scope") or {"type": "default"}
    if scope.get("type") not in ("default", "all_private_chats", "all_group_chats"):
        raise bad("can't parse BotCommandScope: unsupported type specified")


def check_alert(fields: dict[str, Any]) -> None:
    """Raises Refusal for words beside a button that the Bot API would not take."""
    if _units(fields.get("text", "")) > 200:
        raise bad("MESSAGE_TOO_LONG")


def check_webhook(fields: dict[str, Any]) -> None:
    """Raises Refusal for an address or a secret that the Bot API would not take."""
    if not re.match(r"https?://\S+$", fields["url"]):
        raise bad("bad webhook: invalid webhook URL specified")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", fields.get("secret_token", "")):
        raise bad("secret token contains unallowed characters")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2

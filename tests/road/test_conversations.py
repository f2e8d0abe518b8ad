"""Conversations that must work, in both languages, over real Rasa."""

from __future__ import annotations

import asyncio
import io
import secrets

import pytest
from PIL import Image

from tests.road.chat import Chat, keys
from tests.road.process import BotProcess

pytestmark = pytest.mark.slow

LANGUAGES = ("zh", "en")

WORDS = {
    "lamp_here": {
        "zh": "路灯坏了三天了,和平小区3号楼门口很黑",
        "en": "the street lamp on Oak Road 12 has been out for three days",
    },
    "lamp": {"zh": "路灯坏了三天了", "en": "the street lamp has been broken for three days"},
    "garbage": {
        "zh": "垃圾桶满了好几天没人收",
        "en": "nobody has collected the garbage since Monday",
    },
    "meal": {
        "zh": "我妈一个人在家,腿摔了做不了饭,能不能帮忙送餐,阳光花园5栋",
        "en": "my mother lives alone and cannot cook, can somebody bring her lunch? "
        "Sunshine Garden building 5",
    },
    "address": {"zh": "和平小区3号楼", "en": "Oak Road 12"},
    "other_place": {"zh": "不对,我说的是人民路", "en": "no, I meant Renmin Road"},
    "status": {"zh": "我的工单怎么样了", "en": "how is my ticket coming along?"},
    "stop": {"zh": "算了,不弄了", "en": "never mind, stop"},
    "still": {"zh": "还是没修好", "en": "it's still broken"},
}


def person() -> str:
    """A name that nobody in this run has yet."""
    return f"p{secrets.token_hex(4)}"


def resident(bot: BotProcess, lang: str) -> Chat:
    """A new resident."""
    return Chat(bot.socket, person(), "resident", lang)


def picture() -> bytes:
    """A small photo."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), (40, 60, 90)).save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_place_and_problem_in_one_sentence_open_a_ticket_at_once(
    bot: BotProcess, lang: str
) -> None:
    async with resident(bot, lang) as chat:
        told = await chat.say(WORDS["lamp_here"][lang])
        assert keys(told) == ["ticket-opened"], told
        assert told[0]["facts"]["category"] == "street_light"
        assert told[0]["lang"] == lang
        taps = [each["tap"].partition("{")[0] for each in told[0]["buttons"]]
        assert taps == ["/change_place", "/change_kind", "/undo"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_only_the_missing_place_is_asked_for(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        assert keys(await chat.say(WORDS["lamp"][lang])) == ["ask-place"]
        told = await chat.say(WORDS["address"][lang])
        assert keys(told) == ["ticket-opened"]
        assert WORDS["lamp"][lang] in told[0]["facts"]["text"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_photo_first_words_later(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        assert keys(await chat.photo(picture())) == ["photo-kept"]
        told = await chat.say(WORDS["lamp_here"][lang])
        assert keys(told) == ["ticket-opened"]
        async with Chat(bot.socket, "lighting_division", "responder", "en") as staff:
            await staff.send_tap(f'/ask_status{{"ref":"{told[0]["facts"]["ref"]}"}}')
            assert staff.said[-1]["facts"]["ref"] == told[0]["facts"]["ref"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_pin_first(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        assert keys(await chat.pin(36.61844, 121.22465)) == ["place-kept"]
        told = await chat.say(WORDS["lamp"][lang])
        assert keys(told) == ["ticket-opened"]
        assert told[0]["facts"]["lat"] == pytest.approx(36.61844, abs=0.01)


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_pin_is_an_answer_to_where(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        assert keys(await chat.say(WORDS["garbage"][lang])) == ["ask-place"]
        assert keys(await chat.pin(36.61844, 121.22465)) == ["ticket-opened"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_an_address_later_in_another_session_is_still_the_answer(
    bot: BotProcess, lang: str
) -> None:
    name = person()
    async with Chat(bot.socket, name, "resident", lang) as chat:
        assert keys(await chat.say(WORDS["lamp"][lang])) == ["ask-place"]
    async with Chat(bot.socket, name, "resident", lang) as chat:
        assert keys(await chat.say(WORDS["address"][lang])) == ["ticket-opened"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_status_question_in_the_middle_is_answered_and_the_report_goes_on(
    bot: BotProcess, lang: str
) -> None:
    async with resident(bot, lang) as chat:
        assert keys(await chat.say(WORDS["lamp"][lang])) == ["ask-place"]
        assert keys(await chat.say(WORDS["status"][lang])) == ["no-tickets", "ask-place"]
        assert keys(await chat.say(WORDS["address"][lang])) == ["ticket-opened"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_tap_in_the_middle_is_answered_and_the_report_goes_on(
    bot: BotProcess, lang: str
) -> None:
    async with resident(bot, lang) as chat:
        await chat.say(WORDS["lamp_here"][lang])
        assert keys(await chat.say(WORDS["garbage"][lang])) == ["ask-place"]
        assert keys(await chat.tap("undo")) == ["ticket-undone"]
        told = await chat.say(WORDS["address"][lang])
        assert keys(told) == ["ticket-opened"]
        assert told[0]["facts"]["category"] == "garbage"


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_no_i_meant_the_other_street(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        await chat.say(WORDS["lamp_here"][lang])
        told = await chat.say(WORDS["other_place"][lang])
        assert keys(told) == ["place-changed"]
        assert any(each in told[0]["text"] for each in ("人民路", "Renmin Road"))


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_change_place_by_button_asks_and_takes_the_answer(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        await chat.say(WORDS["lamp_here"][lang])
        assert keys(await chat.tap("change_place")) == ["ask-place"]
        assert keys(await chat.say({"zh": "人民路", "en": "Renmin Road"}[lang])) == [
            "place-changed"
        ]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_stop_stops(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        assert keys(await chat.say(WORDS["lamp"][lang])) == ["ask-place"]
        assert keys(await chat.say(WORDS["stop"][lang])) == ["stopped"]
        assert keys(await chat.say(WORDS["garbage"][lang])) == ["ask-place"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_second_report_asks_afresh(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        first = await chat.say(WORDS["lamp_here"][lang])
        assert keys(await chat.say(WORDS["garbage"][lang])) == ["ask-place"]
        second = await chat.say(WORDS["address"][lang])
        assert keys(second) == ["ticket-opened"]
        assert second[0]["facts"]["ref"] != first[0]["facts"]["ref"]
        assert second[0]["facts"]["category"] == "garbage"


@pytest.mark.parametrize(("lang", "other"), [("zh", "en"), ("en", "zh")])
async def test_switching_language_midway(bot: BotProcess, lang: str, other: str) -> None:
    async with resident(bot, lang) as chat:
        assert (await chat.say(WORDS["lamp"][lang]))[0]["lang"] == lang
        told = await chat.say(WORDS["status"][other])
        assert {each["lang"] for each in told} == {other}
        told = await chat.say(WORDS["address"][lang])
        assert keys(told) == ["ticket-opened"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_two_people_claim_at_once_and_one_wins(bot: BotProcess, lang: str) -> None:
    one, two = (
        Chat(bot.socket, person(), "volunteer", lang),
        Chat(bot.socket, person(), "volunteer", "en"),
    )
    async with one, two, resident(bot, lang) as chat:
        assert keys(await chat.say(WORDS["meal"][lang])) == ["ask-at-door"]
        opened = await chat.tap("detail")
        assert keys(opened) == ["ticket-opened"], opened
        assert opened[0]["facts"]["category"] == "meal_delivery"
        await asyncio.gather(one.hears("offer-volunteer"), two.hears("offer-volunteer"))
        told = await asyncio.gather(one.tap("claim"), two.tap("claim"))
        assert sorted(key for each in told for key in keys(each)) == ["claim-taken", "claim-yours"]
        await chat.hears("ticket-claimed")
        winner = one if keys(told[0]) == ["claim-yours"] else two
        await winner.tap("done")
        await chat.hears("ticket-resolved")


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_from_report_to_the_last_word_and_reopening(bot: BotProcess, lang: str) -> None:
    staff = Chat(bot.socket, "lighting_division", "responder", lang)
    async with staff, resident(bot, lang) as chat:
        ref = (await chat.say(WORDS["lamp_here"][lang]))[0]["facts"]["ref"]
        await _offer(staff, ref)
        await staff.send_tap(f'/accept{{"ref":"{ref}"}}')
        await chat.hears("ticket-accepted")
        await staff.send_tap(f'/resolve{{"ref":"{ref}"}}')
        await chat.hears("ticket-resolved")
        told = await chat.say(WORDS["still"][lang])
        assert keys(told) == ["ticket-reopened"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_bare_yes_after_the_work_is_the_last_word(bot: BotProcess, lang: str) -> None:
    staff = Chat(bot.socket, "lighting_division", "responder", lang)
    async with staff, resident(bot, lang) as chat:
        ref = (await chat.say(WORDS["lamp_here"][lang]))[0]["facts"]["ref"]
        await _offer(staff, ref)
        await staff.send_tap(f'/resolve{{"ref":"{ref}"}}')
        await chat.hears("ticket-resolved")
        assert keys(await chat.say({"zh": "是的", "en": "yes"}[lang])) == ["rate-contacted"]
        await staff.hears("owner-confirmed")


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_staff_answer_by_sentence_with_reference_and_by_button(
    bot: BotProcess, lang: str
) -> None:
    staff = Chat(bot.socket, "lighting_division", "responder", lang)
    async with staff, resident(bot, lang) as chat:
        ref = (await chat.say(WORDS["lamp_here"][lang]))[0]["facts"]["ref"]
        await _offer(staff, ref)
        accept = {"zh": f"{ref} 收到,我们马上派人", "en": f"{ref} accepted, sending a crew now"}
        assert keys(await staff.say(accept[lang])) == ["accepted-yours"]
        assert keys(await staff.send_tap(f'/ask_resident{{"ref":"{ref}"}}')) == ["ask-words"]
        question = {"zh": "是哪一根灯杆?", "en": "which pole is it?"}
        assert keys(await staff.say(question[lang])) == ["asked"]
        asked = await chat.hears("ticket-asked")
        assert question[lang] in asked["text"]
        answer = {"zh": "大门左边那根", "en": "the one left of the gate"}
        assert keys(await chat.say(answer[lang])) == ["answer-passed"]
        assert answer[lang] in (await staff.hears("answer-came"))["text"]
        fixed = {"zh": f"{ref} 灯泡换好了,亮了", "en": f"{ref} bulb replaced, it works again"}
        assert keys(await staff.say(fixed[lang])) == ["resolved"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_staff_answer_by_reply(bot: BotProcess, lang: str) -> None:
    staff = Chat(bot.socket, "lighting_division", "responder", lang)
    async with staff, resident(bot, lang) as chat:
        ref = (await chat.say(WORDS["lamp_here"][lang]))[0]["facts"]["ref"]
        offer = await _offer(staff, ref)
        words = {"zh": "收到,马上安排", "en": "got it, we are on it"}
        told = await staff.say(words[lang], reply_to=str(offer["id"]))
        assert keys(told) == ["accepted-yours"]
        assert told[0]["facts"]["ref"] == ref


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_bad_input_gets_one_clear_sentence(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat, resident(bot, lang) as stranger:
        ref = (await chat.say(WORDS["lamp_here"][lang]))[0]["facts"]["ref"]
        tap = f'{{"ref":"{ref}"}}'
        expected = [
            (await chat.photo(b"this is no picture"), ["bad-photo"]),
            (await chat.pin(48.85, 2.35), ["place-outside"]),
            (await chat.say("🙂"), ["only-emoji"]),
            (await chat.say(f"/undo{tap}"), ["slash-order"]),
            (await stranger.send_tap(f"/undo{tap}"), ["no-such-ticket"]),
            (await stranger.send_tap('/ask_status{"ref":"Z9Z-9Z9"}'), ["no-such-ticket"]),
            (await stranger.send_tap(f"/claim{tap}"), ["not-for-role"]),
            (await chat.send_tap(f"/undo{tap}"), ["ticket-undone"]),
            (await chat.send_tap(f"/undo{tap}"), ["cannot-now"]),
        ]
        for told, key in expected:
            assert keys(told) == key
            assert told[0]["lang"] == lang


async def _offer(staff: Chat, ref: str) -> dict[str, object]:
    for _ in range(100):
        for each in staff.said:
            if each["say"] == "offer-responder" and each["facts"]["ref"] == ref:
                return each
        await asyncio.sleep(0.05)
    raise AssertionError(f"no offer of {ref}")

"""Reports that ask besides, reports for others, following, simple speech: over real Rasa."""

from __future__ import annotations

import pytest

from tests.road.chat import Chat, keys
from tests.road.process import BotProcess
from tests.road.test_conversations import LANGUAGES, WORDS, person, resident

pytestmark = pytest.mark.slow

SAID = {
    "lift": {
        "zh": "和平小区3号楼的电梯坏了，不动了",
        "en": "the elevator at Oak Road 12 is broken",
    },
    "lift_empty": {
        "zh": "和平小区3号楼的电梯坏了，没有人被困",
        "en": "the elevator at Oak Road 12 is broken, nobody is trapped",
    },
    "trapped": {
        "zh": "和平小区3号楼电梯卡住了，有人被困在里面！",
        "en": "people are trapped in the lift at Oak Road 12!",
    },
    "hole": {"zh": "路上有个大坑", "en": "there is a big hole in the road"},
    "collapsed": {
        "zh": "有人晕倒了在人民公园！",
        "en": "a man collapsed in Renmin Park, he is not breathing!",
    },
    "fire": {"zh": "楼上着火了，快来人！", "en": "our kitchen is on fire, please help!"},
    "no": {"zh": "没有", "en": "no"},
    "free": {"zh": "好像只有一个大爷，说不准", "en": "maybe one old man, hard to tell"},
    "bins": {
        "zh": "小区垃圾桶满了好几天，没人来清运",
        "en": "nobody has collected the garbage since Monday",
    },
    "skip": {"zh": "跳过", "en": "skip"},
    "clinic": {
        "zh": "我要去医院复查，想找人陪我去，我住和平小区3号楼",
        "en": "can somebody take me to the clinic? I live at Oak Road 12",
    },
    "friday": {"zh": "周五上午九点，市一院", "en": "Friday at nine, the city hospital"},
    "chair": {"zh": "坐轮椅", "en": "in a wheelchair"},
    "for_mother": {
        "zh": "我想替我妈报个事，她没有手机",
        "en": "I'd like to report something for my mother, she has no phone",
    },
    "meal": {
        "zh": "我妈一个人在家,腿摔了做不了饭,能不能帮忙送餐,阳光花园5栋",
        "en": "my mother lives alone and cannot cook, can somebody bring her lunch? "
        "Sunshine Garden building 5",
    },
    "walk_in": {
        "zh": "窗口来了一位居民，我替他登记",
        "en": "I have a walk-in at the counter, I need to file a report for her",
    },
    "by_phone": {
        "zh": "有居民打电话来：路灯坏了三天了",
        "en": "a caller on the phone says the street lamp has been broken for three days",
    },
    "simple": {
        "zh": "字太小了，按钮也太多",
        "en": "bigger letters please, there are too many buttons",
    },
    "usual": {"zh": "把大字模式关了，恢复正常", "en": "turn the large letters off, back to normal"},
    "me_too": {"zh": "我也是，加我一个", "en": "me too, I want to follow that ticket as well"},
    "at_seven": {"zh": "简报每天七点发给我", "en": "send me the digest at seven"},
    "not_sunday": {"zh": "星期天不要发简报", "en": "no digest on Sundays"},
    "change": {"zh": "请修改简报的时间", "en": "please change the time of my digest"},
}


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_question_of_the_category_is_asked_and_answered_by_button(
    bot: BotProcess, lang: str
) -> None:
    async with resident(bot, lang) as chat:
        told = await chat.say(SAID["lift"][lang])
        assert keys(told) == ["ask-detail"], told
        taps = [each["tap"] for each in told[0]["buttons"]]
        assert taps[:2] == ['/detail{"to":"trapped.yes"}', '/detail{"to":"trapped.no"}']
        assert taps[2:] == ["/skip", "/stop"]
        told = await chat.send_tap(taps[1])
        assert keys(told) == ["ticket-opened"]
        assert told[0]["facts"]["urgency"] == "normal"


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_an_answer_of_danger_alerts_at_once(bot: BotProcess, lang: str) -> None:
    async with (
        Chat(bot.socket, person(), "coordinator", lang) as coordinator,
        resident(bot, lang) as chat,
    ):
        await chat.say(SAID["lift"][lang])
        told = await chat.tap("detail", of="ask-detail")  # the newest: the first of its buttons
        assert keys(told) == ["emergency", "ticket-opened"]
        assert (await coordinator.hears("alert-emergency"))["facts"]["ref"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("answer", ["no", "free", "skip"])
async def test_a_question_takes_words_and_can_be_left_out(
    bot: BotProcess, lang: str, answer: str
) -> None:
    async with resident(bot, lang) as chat:
        await chat.say(SAID["lift"][lang])
        assert keys(await chat.say(SAID[answer][lang])) == ["ticket-opened"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_what_was_said_is_not_asked(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        assert keys(await chat.say(SAID["lift_empty"][lang])) == ["ticket-opened"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_two_questions_come_one_at_a_time(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        told = await chat.say(SAID["clinic"][lang])
        assert keys(told) == ["ask-detail"], told
        assert told[0]["facts"]["city_question"] == "escort_to_clinic.when"
        told = await chat.say(SAID["friday"][lang])
        assert told[0]["facts"]["city_question"] == "escort_to_clinic.walks", told
        assert keys(await chat.say(SAID["chair"][lang])) == ["ticket-opened"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_question_waits_while_something_else_is_answered(
    bot: BotProcess, lang: str
) -> None:
    async with resident(bot, lang) as chat:
        await chat.say(SAID["lift"][lang])
        assert keys(await chat.say(WORDS["status"][lang])) == ["no-tickets", "ask-detail"]
        assert keys(await chat.say(SAID["no"][lang])) == ["ticket-opened"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_another_report_instead_of_an_answer_makes_two_tickets(
    bot: BotProcess, lang: str
) -> None:
    async with resident(bot, lang) as chat:
        await chat.say(SAID["lift"][lang])
        told = await chat.say(SAID["bins"][lang])
        assert keys(told) == ["ticket-opened", "ask-place"], told
        assert told[0]["facts"]["category"] == "elevator"
        told = await chat.say(WORDS["address"][lang])
        assert (keys(told), told[0]["facts"]["category"]) == (["ticket-opened"], "garbage")


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_danger_to_life_opens_a_ticket_without_questions(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        assert keys(await chat.say(SAID["trapped"][lang])) == ["emergency", "ticket-opened"]
    async with resident(bot, lang) as chat:
        told = await chat.say(SAID["fire"][lang])
        assert keys(told) == ["emergency", "ticket-opened", "ask-place"], told
        assert told[1]["facts"]["urgency"] == "emergency"
        told = await chat.say(WORDS["address"][lang])
        assert keys(told) == ["place-changed"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_report_announced_for_somebody_else(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        told = await chat.say(SAID["for_mother"][lang])
        assert keys(told) == ["for-another"]
        assert {"zh": "您的母亲", "en": "for your mother"}[lang] in told[0]["text"]
        told = await chat.say(WORDS["lamp_here"][lang])
        assert keys(told) == ["ticket-opened"]
        assert {"zh": "您的母亲", "en": "your mother"}[lang] in told[0]["text"]
        told = await chat.say(WORDS["lamp_here"][lang])
        assert told[0]["facts"]["behalf"] == [], "only the next report"


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_danger_in_place_of_an_answer_opens_a_ticket_of_its_own(
    bot: BotProcess, lang: str
) -> None:
    async with resident(bot, lang) as chat:
        assert keys(await chat.say(SAID["hole"][lang])) == ["ask-place"]
        told = await chat.say(SAID["collapsed"][lang])
        assert keys(told) == ["emergency", "ticket-opened", "ticket-opened"], told
        assert [each["facts"]["urgency"] for each in told[1:]] == ["normal", "emergency"]
        assert keys(await chat.tap("change_place", of="ticket-opened")) == ["ask-place"]
        told = await chat.say(SAID["collapsed"][lang])
        assert keys(told) == ["emergency", "ticket-opened"], told


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_help_at_home_for_a_mother_asks_one_thing_more(bot: BotProcess, lang: str) -> None:
    async with (
        Chat(bot.socket, person(), "volunteer", lang) as helper,
        resident(bot, lang) as chat,
    ):
        told = await chat.say(SAID["meal"][lang])
        assert keys(told) == ["ask-at-door"], told
        told = await chat.send_tap(told[0]["buttons"][1]["tap"])
        assert keys(told) == ["ticket-opened"]
        offer = await helper.hears("offer-volunteer")
        assert offer["facts"]["details"] == [{"key": "door-knock", "facts": {"note": ""}}]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_staff_take_a_report_down_and_read_it_back(bot: BotProcess, lang: str) -> None:
    async with Chat(bot.socket, "service_desk", "responder", lang) as clerk:
        assert keys(await clerk.say(SAID["walk_in"][lang])) == ["file-go-ahead"]
        assert keys(await clerk.say(WORDS["lamp"][lang])) == ["ask-place"]
        told = await clerk.say(WORDS["address"][lang])
        assert keys(told) == ["file-read-back"], told
        assert keys(await clerk.tap("file_place", of="file-read-back")) == ["ask-place"]
        place = {"zh": "人民路", "en": "Renmin Road"}[lang]
        told = await clerk.say(place)
        assert keys(told) == ["file-read-back"]
        assert place in told[0]["text"]
        assert keys(await clerk.tap("file_words", of="file-read-back")) == ["ask-words"]
        told = await clerk.say({"zh": "灯杆倒了", "en": "the pole fell over"}[lang])
        assert keys(told) == ["file-read-back"]
        assert keys(await clerk.tap("file_kind", of="file-read-back")) == ["file-which-kind"]
        told = await clerk.tap("file_right", of="file-read-back")
        assert keys(told) == ["filed"]
        async with Chat(bot.socket, "lighting_division", "responder", lang) as staff:
            ref = told[0]["facts"]["ref"]
            await staff.send_tap(f'/resolve{{"ref":"{ref}"}}')
        assert (await clerk.hears("filed-resolved"))["facts"]["ref"] == ref


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_staff_take_a_call_down_in_one_sentence_and_drop_it(
    bot: BotProcess, lang: str
) -> None:
    async with Chat(bot.socket, "service_desk", "responder", lang) as clerk:
        told = await clerk.say(SAID["by_phone"][lang])
        assert keys(told) == ["ask-place"], told
        told = await clerk.say(WORDS["address"][lang])
        assert keys(told) == ["file-read-back"]
        assert keys(await clerk.tap("file_drop")) == ["file-dropped"]
        assert keys(await clerk.tap("file_right")) == ["file-gone"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_simple_speech_on_and_off(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        assert keys(await chat.say(SAID["simple"][lang])) == ["simple-on"]
        told = await chat.say(WORDS["lamp_here"][lang])
        assert keys(told) == ["ticket-opened"]
        verbs = [each["tap"].partition("{")[0] for each in told[0]["buttons"]]
        assert verbs == ["/change_place", "/change_kind", "/more"]
        told = await chat.tap("more")
        assert keys(told) == ["more-choices"]
        assert keys(await chat.tap("undo")) == ["ticket-undone"]
        assert keys(await chat.say(SAID["usual"][lang])) == ["simple-off"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_neighbour_follows_a_ticket_and_stops(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat, resident(bot, lang) as neighbour:
        ref = (await chat.say(WORDS["lamp_here"][lang]))[0]["facts"]["ref"]
        assert keys(await neighbour.say(SAID["me_too"][lang])) == ["ask-words"]
        assert keys(await neighbour.say(ref)) == ["followed"]
        told = await neighbour.say({"zh": f"关注 {ref}", "en": f"follow {ref}"}[lang])
        assert keys(told) == ["followed-already"]
        async with Chat(bot.socket, "lighting_division", "responder", lang) as staff:
            await staff.send_tap(f'/accept{{"ref":"{ref}"}}')
        await neighbour.hears("followed-news")
        assert keys(await neighbour.tap("unfollow")) == ["unfollowed"]
        assert keys(await neighbour.say({"zh": "关注 Z9Z-9Z9", "en": "follow Z9Z-9Z9"}[lang])) == [
            "follow-none"
        ]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_me_too_without_a_reference_becomes_a_report(bot: BotProcess, lang: str) -> None:
    async with resident(bot, lang) as chat:
        assert keys(await chat.say(SAID["me_too"][lang])) == ["ask-words"]
        assert keys(await chat.say(WORDS["lamp_here"][lang])) == ["ticket-opened"]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_digest_is_set_by_sentence(bot: BotProcess, lang: str) -> None:
    async with Chat(bot.socket, person(), "coordinator", lang) as official:
        told = await official.say(SAID["at_seven"][lang])
        assert (keys(told), told[0]["facts"]["hour"]) == (["digest-set"], 7)
        assert keys(await official.say(SAID["not_sunday"][lang])) == ["digest-set-days"]
        assert keys(await official.say(SAID["change"][lang])) == ["digest-when"]

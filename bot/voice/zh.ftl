# 中文。简短、温和、平实；每条都说清下一步。

## 问候和帮助

welcome-resident =
    您好！在{ $city }遇到什么问题、需要什么帮助，用自己的话告诉我就行。比如：“橡树路12号的路灯坏了三天了。”
    该找谁交给我，每一步都会告诉您。
welcome-volunteer = 您好，谢谢您为{ $city }出力！发“任务”看现在有哪些任务；有新的，我会通知您。
welcome-responder = 您好！新工单会带着按钮发到这里。发“待办”看手上的工单；对某张工单有话要说，直接回复那条消息就行。
welcome-coordinator = 您好！发“待办”看等您决定的工单，发“简报”看全城情况。
help-resident =
    哪里有问题、需要什么，直接告诉我。我会开一张工单，交给负责的一方。附上照片或位置，办得更快。

    您还可以说：
    · “我的工单怎么样了”“我的工单”
    · “撤销”“还是没修好”
    · “我要找人工”
    · “我想当志愿者”
    · “English”（换成英文）
help-volunteer =
    发“任务”看有哪些任务，点按钮认领，认领后就只归您。
    办好了说“办完了”，去不了说“我去不了了”。发“我的时间”改什么时候、在哪儿找您。
    您自己遇到问题，也可以直接告诉我。
help-responder =
    发“待办”看手上的工单，每张都有按钮：“接单”“不归我们”“询问”“办好了”。
    也可以直接回复工单消息：“已派人”“是几单元？”“修好了”。
    发“简报”看一天的情况。
help-coordinator =
    发“待办”看等您决定的工单，发“简报”看全城情况。
    点“接单”，工单就归您，可以询问、报进展、办结或转出；点“改类别”，工单会转给负责这类事的一方；点“指派”，交给您选的单位；点“不予受理”，不归市里管的就此结束。
    发“人员”看都有谁，发“邀请”请人加入。
goodbye = 再见，多保重！有事随时找我。
thanks-back = 不客气！有事随时说。
chitchat = 我是城市小助手，不太会聊天，报修找人倒是很拿手。有什么要办的吗？
out-of-scope = 这件事我帮不上忙。我能帮您报修、找邻里帮忙、查工单进度。
privacy =
    您发来的内容和您的工单，我都会保存，只为把事办好。
    办事的人能看到工单的文字、照片和地点，看不到您的姓名和账号。
    需要上门帮忙的，详细地址只有接下任务的人才能看到。
    消息保存 { $messages_for }，照片在工单结束后保存 { $photos_for }，您最后一次写来之后，您的身份再保存 { $people_for }。
    您随时可以要一份自己的全部资料，也可以让我忘掉您。
comes-later = 这个功能还在做，暂时办不了。着急的话，我帮您找人工。
joined-volunteer = 欢迎加入志愿者！有人需要帮忙时，我会通知您。发“任务”看现在有哪些任务。
joined-responder = 您现在代表{ $responder }处理工单。新工单会发到这里，发“待办”看已有的工单。
joined-coordinator = 您现在是协调员了。发“待办”看等您决定的工单，发“简报”看全城情况。
code-unknown = 这个邀请用不了，可能已经用过，或者过期了。请重新要一个。

## 没听懂

empty-message = 这条消息没有文字。哪里有问题、需要什么，直接写就行。
only-emoji = 收到！要办什么事，请用几个字告诉我。
too-long = 这条有点长，我一次只能读 { NUMBER($limit, useGrouping: 0) } 个字，先看了前面的部分。后面如果还有要紧的，请单独再发一遍。
slash-order = 斜杠开头的命令，我只认菜单里的那几个。用自己的话说就行。
tap-unknown = 这个按钮已经失效了。想做什么，直接写给我就行。
unsupported = 这种消息我还看不懂。请打字，或者发张照片。
bad-photo = 这张照片打不开。请按普通照片发（JPEG 或 PNG）。
photo-too-large = 这张照片太大了。请发一张小一点的（10 MB 以内）。
photo-lost = 照片没收到，请再发一次。
language-not-spoken = 这种语言我还不会，我会说中文。
not-understood = 抱歉，我没太明白。换个说法再告诉我一次，好吗？下面要是有对得上的，点一下也行。
kept = 请稍等一会儿。您的消息已经收下，答复会自动发到这里，不用再发一遍。
language-which = 我们用哪种语言？
language-set = 好的，接下来说中文。
stopped = 好的，这件事先放下。需要时随时找我。

## 危险

emergency =
    如果有人有危险，请马上拨打：
    { $numbers }
    先保证自身安全，不要等我回复。这件事我会按紧急情况处理。
care =
    谢谢您愿意告诉我。您不用一个人扛着，现在就有人愿意听您说：
    { $numbers }
    也可以让我们的人来联系您，告诉我“我要找人工”就行。
emergency-number = { $number } · { $name }

## 提问

ask-category = 是哪方面的事？说一两个词就行。
ask-which-kind = 为了一次找对人：这件事主要是哪方面的？点一个，或者再多说两句。
ask-place = 在什么地方？写地址，或者旁边有什么，也可以发个定位。
ask-place-again = 地图上没找到这个地方。附近有什么路、小区或者地标？也可以发个定位。您再写一次，我就照原话转达。
place-which = 有几个地方叫这个名字，您说的是哪一个？
place-outside = 这个地方不在{ $city }，我帮不上忙。您说的是城里哪个地方？
place-kept = 记下了：{ $spot }。那里有什么问题，或者需要什么帮助？
photo-kept = 照片收到了。拍的是什么情况？在哪里？
ask-words = { $verb ->
    [add_note] 您想补充什么？
    [answer] 请写下您的答复，我来转达。
    [ask_resident] 您想问什么？我来转告居民。
    [progress] 办到哪一步了？我来告诉居民。
    [decline] 为什么要转给别人？一句话就行。
    [follow_ticket] 是哪一张工单？写上编号就行，比如 K7Q-4M2。没有编号的话，直接告诉我哪里出了什么问题。
    [file_words] 应该怎么写？请重新写一遍。
   *[other] 请用一句话告诉我。
}
words-missing = 这条消息没有文字，请用一句话告诉我。

## 给居民的工单消息

ticket-opened =
    工单 { $ref } 已开：{ $category }
    地点：{ $spot }
    { $behalf }
    谁来办：{ $why }
    时间：{ $answer_by } 前会有答复，{ $due } 前应该办好。
ticket-moved = { $ref }（{ $category }）已经转交。{ $why }
ticket-accepted =
    好消息：{ $ref }（{ $category }）已由{ $by }接单。
    期限：{ $due }
ticket-claimed = 好消息：{ $by }来办 { $ref }（{ $category }）了。有要问的，会在这里问您。
ticket-back = { $ref }（{ $category }）的志愿者临时来不了。我正在另外找人，找到就告诉您。
ticket-progress = { $ref }（{ $category }）有进展，{ $by }说：“{ $note }”
ticket-asked =
    关于 { $ref }（{ $category }），{ $by }想问您：
    “{ $question }”
    点“答复”，或者直接写在这里。
ticket-resolved =
    { $by }说，{ $ref }（{ $category }）办好了。
    地点：{ $spot }
    解决了吗？
ticket-resolved-words =
    { $by }说，{ $ref }（{ $category }）办好了：“{ $note }”
    地点：{ $spot }
    解决了吗？
ticket-reopened = 谢谢您告诉我。{ $ref }（{ $category }）已重新打开，升一级办理。{ $why }
ticket-late = { $ref }（{ $category }）没能按时办好，很抱歉。我已经催了{ $by }，会一直跟到办好为止。
ticket-closed-quietly = 一直没等到您的答复，{ $ref }（{ $category }）我先关上了。要是还没解决，说一声“还是没修好”，我就重新打开。
ticket-cancelled = { $ref }（{ $category }）已撤销。谢谢您告诉我，省得别人白忙一场。
ticket-undone = { $ref } 已撤回，不会有人为它跑一趟。
ticket-line = { $ref } · { $category } · { $spot } · { $state }
queue-line = { $ref } · { $category } · { $spot } · { $urgency } · { $state } · { $due } 前办结
place-changed =
    已更正，{ $ref } 的地点是：{ $spot }
    { $why }
kind-changed =
    已更正，{ $ref } 的类别是：{ $category }
    { $why }
kind-changed-by-staff = { $ref } 的类别已改成“{ $category }”，由负责这类事的一方来办。
which-kind = { $ref } 是下面哪一类的事？
status =
    { $ref }：{ $category }
    地点：{ $spot }
    { $behalf }
    进展：{ $state }（{ $by }）
    最近：{ $last }
    期限：{ $due }
status-end =
    { $ref }：{ $category }
    地点：{ $spot }
    进展：{ $state }
    最近：{ $last }
tickets =
    您的工单：
    { $lines }
tickets-followed = 您关注的工单：
no-tickets = 您还没有工单。哪里有问题、需要什么，直接写就行。
note-added = 已经补充到 { $ref }，谢谢。
answer-passed = 谢谢，您的答复已经转达，{ $ref } 接着办。
person-called = 已经请人工来看了，会在这里答复您，一般不超过四小时。工单编号是 { $ref }。
person-called-already = 人工已经在看了，会在这里答复您。工单编号是 { $ref }。
rate-solved = { $ref }（{ $category }）解决了吗？
rate-contacted = 太好了！办理 { $ref } 的时候，有人联系过您吗？
rate-stars = 您对 { $ref } 的办理满意吗？1 分最不满意，5 分最满意。
rate-thanks = 谢谢！您的评价能让大家看到哪里做得好、哪里还要改。

## 为什么

why-nearest = { $area }的这类事由{ $responder }负责。
why-responsible = 这类事由{ $responder }负责。
why-free = 由{ $responder }来办，{ $nearer }手头的单子已经排满。
why-answers = 由{ $responder }来办，回应更快；{ $nearer }虽然离得更近，但近来常常接不下。
why-open = 由{ $responder }来办更快，{ $nearer }现在休息。
why-volunteers = 附近的志愿者来得最快，我正在问他们。
why-last = 别处办不了的由{ $responder }兜底，现在交给他们办。
why-coordinator = 协调员正在决定由谁来办。
why-asked-for-person = 要求找人工。
why-declined = { $responder }转出了。
why-no-answer = 没有按时答复。

## 谁、在哪

by-responder = { $responder }
by-volunteer = 志愿者{ $name }
by-neighbour = 一位志愿者
by-volunteers = 志愿者
by-coordinator = 协调员
spot-both = { $place }（{ $area }）
spot-place = { $place }
spot-area = { $area }
spot-none = 没写地点

## 给各单位

offer-responder =
    新工单 { $ref }：{ $category }
    地点：{ $spot }
    紧急程度：{ $urgency }
    “{ $text }”
    { $details }
    { $behalf }
    { $following }
    { $why }
    请在{ $answer_by } 前答复。
offer-coordinator =
    请您决定 { $ref }：{ $category }
    地点：{ $spot }
    紧急程度：{ $urgency }
    “{ $text }”
    { $details }
    { $behalf }
    { $following }
    { $why }
    请在{ $answer_by } 前决定。
alert-emergency =
    有生命危险！{ $ref }：{ $category }
    地点：{ $spot }
    “{ $text }”
    { $details }
    { $behalf }
    目前在{ $by }手上。请确认救援已经出动。
accepted-yours =
    { $ref } 归您了：{ $category }
    地点：{ $spot }
    期限：{ $due }
    { $details }
    已经告诉居民。
accepted-already = { $ref } 已经在您手上了。
decline-why = { $ref } 为什么要转给别人？选一个，马上转出。
declined = 谢谢，{ $ref } 已转出。
cannot-decline = { $ref } 由你们单位兜底，后面没有别人了，不能退。实在要转，请先接单，再转出。
asked = 已经问了居民。{ $ref } 等答复，最多两天。
answer-came = 居民答复了 { $ref }：“{ $note }”
answer-missing = { $ref } 的居民没有答复，请按已知情况接着办。
progress-told = 已经告诉 { $ref } 的居民。
resolved = 谢谢！我来问 { $ref } 的居民是否解决了。
note-new = { $ref } 有补充：“{ $note }”
note-photo = { $ref } 补充了一张照片。
owner-changed =
    { $ref } 有更正：{ $category }
    地点：{ $spot }
    仍由您这边办理。
owner-cancelled = 居民撤销了 { $ref }（{ $category }）。不用办了，也不用跑一趟。
owner-reopened = 居民说 { $ref } 没解决，已经升一级办理，您这边不用再管。
owner-confirmed = 居民确认 { $ref } 解决了，谢谢！
owner-word =
    { $ref }（{ $category }）的居民还不知道进展，现在说一句就好。
    地点：{ $spot }
owner-soon =
    { $ref }（{ $category }）应在 { $due } 前办好；来不及的话，请先告诉居民。
    地点：{ $spot }
owner-late =
    { $ref }（{ $category }）超时了，请告诉居民办到哪一步了。
    地点：{ $spot }
late-alert =
    { $ref }（{ $category }）超时了，目前在{ $by }手上。
    地点：{ $spot }
triage-waits =
    { $ref }（{ $category }）还在等您决定。
    { $why }
queue =
    您手上的工单：{ $count } 张
    { $lines }
queue-empty = 没有待办，辛苦了！
status-staff =
    { $ref }：{ $category }
    地点：{ $spot }
    紧急程度：{ $urgency }
    进展：{ $state }
    期限：{ $due }
    “{ $text }”
    { $pictures }
    { $details }
    { $behalf }
    { $following }
    { $why }

## 给志愿者

offer-volunteer =
    有人需要帮忙。{ $ref }：{ $category }
    地点：{ $spot }
    “{ $text }”
    { $details }
    { $behalf }
    您能帮忙吗？请在{ $answer_by } 前答复。
claim-yours =
    { $ref } 归您了：{ $category }。谢谢！
    地点：{ $spot }
    “{ $text }”
    { $details }
    { $behalf }
    为您保留到{ $until }，别人不会再去。办好了请点“办完了”。
claim-taken = { $ref } 已经有人认领了。谢谢您愿意帮忙！
claimed-already = { $ref } 已经是您的了。
claim-full = 您手上已经有三个任务了。请先办完一个，或者退回一个。
claim-instead = { $ref } 现在在找志愿者，不用您接单。
own-ticket = { $ref } 是您自己的求助，会由别人来办。
given-back = { $ref } 已重新开放给别人，谢谢您及时说一声。
lease-ended = { $ref } 的时间到了，已重新开放给别人。如果您还在办，请再认领一次。
tasks =
    { $lines }
    { $count ->
        [0] 现在没有别的任务。
       *[other] 想接哪个，点哪个按钮。
    }
task-line = { $ref } · { $category } · { $spot } · { $urgency }
task-line-yours = { $ref } · { $category } · { $spot } · 您的
no-tasks = 现在没有任务。有人需要帮忙时，我会通知您。

## 不能办

no-such-ticket = 没找到您的工单 { $ref }。请核对编号，发“我的工单”可以查看。
nothing-there = { $verb ->
    [claim] 现在没有任务。有人需要帮忙时，我会通知您。
   *[other] 没看到对得上的工单。如果有，请带上编号再说一次。
}
which-ticket =
    您说的是哪一张？
    { $lines }
moved-on = { $ref } 已经转出，您这边不用再管。
cannot-now = { $ref } 目前{ $state }，现在不能这样做。
not-for-role = 只有{ $role }才能这样做。想加入的话，请说“我要找人工”。

## 简报

digest =
    目前：在办 { $waiting } 件{ $late ->
        [0] {""}
       *[other] ，超时 { $late } 件
    }
    新增 { $new } 件 · 办好 { $solved } 件
    { $lines }
digest-quiet = 没有新增，没有积压，没有超时，一切平稳。
digest-by-category =
    {""}
    按类别
digest-by-area =
    {""}
    按地区
digest-category = · { $category }：{ digest-counts }
digest-area = · { $area }：{ digest-counts }
digest-nowhere = · 没写地点：{ digest-counts }
digest-counts = 在办 { $waiting }{ $late ->
        [0] {""}
       *[other] ，超时 { $late }
    }{ $new ->
        [0] {""}
       *[other] ，新增 { $new }
    }{ $solved ->
        [0] {""}
       *[other] ，办好 { $solved }
    }
digest-urgent =
    {""}
    最要紧的
digest-when = 每天几点给您发简报？
digest-set = 好的，简报每天 { $hour }:00 发给您（{ $zone }）。
zone-unknown = 没有“{ $zone }”这个时区。请照这样写：Asia/Shanghai。

## 最近一步

event-offer = { $at } 转交
event-triage = { $at } 转给协调员
event-accept = { $at } 接单
event-claim = { $at } 有志愿者认领
event-decline = { $at } 转出
event-unanswered = { $at } 没人答复，已转交
event-give_back = { $at } 退回
event-lease_ended = { $at } 重新开放
event-ask_resident = { $at } 向居民提问
event-answer = { $at } 居民答复
event-no_answer = { $at } 没等到答复，接着办
event-progress = { $at } 有进展
event-resolve = { $at } 报告办好
event-close = { $at } 关闭
event-reopen = { $at } 重新打开
event-cancel_ticket = { $at } 撤销
event-refuse = { $at } 不予受理
event-merge = { $at } 与另一张工单合并
event-change = { $at } 更正
event-note = { $at } 有补充
event-rate = { $at } 评价
event-remind = { $at } 提醒
event-late = { $at } 催办

## 代号

state-new = 刚收到
state-triage = 等待决定
state-offered = 等待接单
state-accepted = 已接单
state-in_progress = 正在办
state-waiting_for_resident = 等居民答复
state-resolved = 已报办好
state-closed = 已关闭
state-cancelled = 已撤销
state-refused = 不予受理
state-merged = 已与另一张工单合并
urgency-emergency = 有生命危险
urgency-high = 紧急
urgency-normal = 一般
urgency-low = 不急
role-resident = 居民
role-volunteer = 志愿者
role-responder = 各单位的工作人员
role-coordinator = 协调员
kind-government = 政府部门
kind-enterprise = 企业
kind-ngo = 社会组织

## 时间

time-today = 今天 { $clock }
time-tomorrow = 明天 { $clock }
time-yesterday = 昨天 { $clock }
time-weekday = { $weekday } { $clock }
time-next-week = 下{ $weekday } { $clock }
time-date = { $month_name }{ $day }日 { $clock }
time-year = { $year }年{ $month_name }{ $day }日 { $clock }
weekday-0 = 周一
weekday-1 = 周二
weekday-2 = 周三
weekday-3 = 周四
weekday-4 = 周五
weekday-5 = 周六
weekday-6 = 周日
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

## 按钮

tap-change-place = 改地点
tap-place-of = 是 { $number } 的地点
tap-change-kind = 改类别
tap-undo = 撤回
tap-add-note = 补充
tap-cancel = 撤销工单
tap-answer = 答复
tap-solved = 解决了
tap-not-solved = 没解决
tap-reopen = 没解决
tap-yes = 有
tap-no = 没有
tap-stars = { $count } 分
tap-accept = 接单
tap-decline = 不归我们
tap-hand-on = 转出
tap-ask = 询问
tap-progress = 报进展
tap-resolve = 办好了
tap-reason = { $reason }
tap-other-reason = 其他原因
tap-claim = 我来办
tap-claim-ref = 认领 { $number }
tap-done = 办完了
tap-give-back = 我去不了了
tap-ref = { $number }
tap-kind = { $category }
tap-person = 找人工
tap-queue = 待办
tap-tasks = 任务
tap-digest = 简报
tap-digest-time = 改时间
tap-hour = { $hour }:00
tap-my-tickets = 我的工单
tap-language = 🌐 语言 / Language
tap-share-place = 发送我的位置
tap-place = { $place }
tap-skip-place = 不写地点
tap-stop = 先不办了

## 没听懂时的按钮：可能想说的是

tap-do-accept = 接单
tap-do-add_note = 给工单补充
tap-do-ask_resident = 问居民一句
tap-do-ask_status = 查工单进度
tap-do-cancel_ticket = 撤销工单
tap-do-change_kind = 改工单类别
tap-do-change_place = 改工单地点
tap-do-claim = 认领任务
tap-do-decline = 工单不归我们
tap-do-digest_now = 看简报
tap-do-done = 任务办完了
tap-do-give_back = 退回任务
tap-do-help = 看看能问什么
tap-do-list_tasks = 看有哪些任务
tap-do-list_tickets = 看我的工单
tap-do-privacy = 我写的内容怎么用
tap-do-progress = 向居民报进展
tap-do-queue = 看我的待办
tap-do-rate = 评价办理结果
tap-do-reopen = 还没解决
tap-do-resolve = 工单办好了
tap-do-set_language = 换语言
tap-do-talk_to_human = 找人工

## 网页

page-language-name = 中文
page-direction = ltr

page-title = Manyhands 众手
page-greeting = 您好，有什么可以帮您？
page-lead = 什么坏了、哪里需要帮手，告诉我就行。我来找负责又离得近的人，一直跟到事情解决。
page-examples = 不知道怎么开口？可以这样说
page-examples-1 = 我家楼下的路灯坏了三天了
page-examples-2 = 我妈妈腿摔了，这周能请人送午饭吗？
page-examples-3 = 健身房关门了，我卡里还有钱
page-examples-4 = 居住证快到期了，怎么续签？

page-placeholder = 说说是什么事
page-send = 发送
page-photo = 添加照片
page-photo-alt = 照片
page-photo-remove = 移除照片
page-photo-large = 这张照片太大了，请换一张小一点的（10 MB 以内）。
page-pin = 发送我的位置
page-place = 我的位置
page-pin-finding = 正在获取您的位置……
page-pin-denied = 没能获取到您的位置。直接写也可以：路名和门牌号，或者旁边有什么。

page-offline = 网络断开了。您可以接着写，恢复后会自动发送。
page-sending = 正在发送……
page-not-sent = 还没发出去
page-retry = 重试
page-typing = 众手正在回复
page-new-message = 新消息

page-today = 今天
page-yesterday = 昨天
page-you = 您
page-chosen = 已选
page-status = { $ref } 办得怎么样了？
page-reply = 就 { $ref } 留言
page-about = 关于 { $ref }
page-reply-drop = 不针对这张工单

page-menu = 菜单
page-my-tickets = 我的工单
page-help = 我能问什么？
page-language = 语言
page-privacy = 您写的内容只有办理这件事的人能看到。请不要发送密码或银行卡号。
page-log = 对话
page-to-box = 跳到输入框

page-too-fast = 发得太快了，请稍等一下再试。
page-too-long = 这条消息太长了，请分成两条发送。
page-reload = 请刷新页面后再试一次。

## 应用菜单

command-help = 我能做什么
command-status = 我的工单
command-tasks = 志愿者任务
command-language = 🌐 语言 / Language
command-stop = 先放下这件事

## 问题

faq = { $faq }
    这样说清楚了吗？
tap-faq-yes = 清楚了，谢谢
tap-faq-ticket = 没有，请人回答
faq-which = 这个我可能知道。您问的是下面哪一个？
faq-unknown = 这个我没有现成的答案，可以转给了解情况的人来回答您。
faq-glad = 好的，有别的事随时写给我。
tap-topic = { $topic }

## 群、改过的消息、名片

group-hello = 大家好！需要我时，请提到我、回复我的消息或使用命令，其他聊天我不会打扰。如果这是某个单位自己的群，请工作人员发送 /desk，新工单就会发到这里。
desk-opened = 以后{ $responder }的新工单会发到本群，每张只发一次。谁点按钮就算谁的，后面的事在和我的私聊里办。发送 /desk off 可以取消。
desk-opened-volunteers = 以后有人需要帮忙时，我会在本群告诉大家。谁先点就由谁认领，详细地址只在私聊里发给认领的人。发送 /desk off 可以取消。
desk-closed = 好的，新工单不再发到本群，会分别发给每个人。
desk-which = 本群要接收谁的工单？请点选，或者在 /desk 后面写上单位代号或邀请码。
desk-none = 本群没有在接收工单，不用取消。
desk-only-in-group = 这个命令要在群里用：请先把我加进群，再在群里发送 /desk。
desk-lost = 我在“{ $name }”群里发不了消息了，那里的工单会分别发给每个人。想恢复的话，请让我重新进群，再发送 /desk。
group-lost = 我在“{ $name }”群里发不了消息了。如果还需要我，请让我重新进群，并允许我发言。
told-alone = 已经在私聊里回复您了。
open-me-first = 请先打开和我的私聊：点我的名字，再点“开始”，然后回到这里重试。
goes-on-alone = 请到和我的私聊里继续。
reply-here = 请直接回复这条消息。
tap-taken = { $name } 已接
tap-taken-by-one = 已有人接
tap-desk = { $responder }
tap-desk-volunteers = 志愿者
command-desk = 在本群接收工单

edit-note = 消息一到我就看了，所以 { $ref } 里是您最初写的内容。要把改过的内容补充进去吗？
edit-late = 您最初写的内容我已经看过，会接着办。如果有重要的改动，请再发一条。
tap-add-edit = 补充改过的内容
no-contact = 不需要发名片，我也没有保存；请直接写是什么事。

## 找人工

person-called-off-duty = 现在没有协调员值班，下次上班是{ $at }。您的话我先记成工单 { $ref }，他们上班后在这里答复您。
relay-waiting =
    正在为您找{ $by }，{ $count ->
        [1] 下一位就是您
       *[other] 您排在第 { $count } 位
    }，会直接在这里答复您。
    等的时候可以接着写，接待您的人都能看到。
    不想等了，点“结束”或者说“再见”。
relay-waiting-urgent =
    我这就为您找{ $by }，会直接在这里和您聊。您可以接着写，对方都能看到。
    工单编号是 { $ref }。
relay-kept = 记下了，接待您的人会看到。{ $count ->
        [1] 下一位就是您。
       *[other] 您排在第 { $count } 位。
    }
relay-next = 下一位就是您了，请再稍等一下。
relay-open =
    { $by }来了，您前面写的都已转给对方。接下来您写的话会直接传过去。
    聊完了，点“结束”或者说“再见”。
relay-going-on = 您正在和{ $by }对话，您写的话会直接传过去。
relay-words = { $by }：{ $text }
relay-danger =
    可能有生命危险！
    { $by }：{ $text }
relay-sent = 发给了{ $by }
relay-left = 好的，不用再等了。{ $last }
relay-ended = 和{ $by }的对话结束了。{ $last }
relay-ended-by =
    { $by }结束了对话。
    “{ $text }”
    { $last }
relay-quiet = 半小时没有新消息了，和{ $by }的对话我先关上。{ $last }
relay-one-tap = 如果还有事要办，点一下就能开成工单。
relay-goes-on = 后面的事按工单 { $ref } 接着办。
relay-nobody =
    很抱歉，等了一刻钟还是没人有空，您不用再等了。
    您写的话都记进了工单 { $ref }，{ $answer_by } 前会有人在这里答复您。
relay-still-calling = 我还在找人，找到了就在这里和您聊。要是等得难受，请拨打前面发给您的号码，那边现在就有人愿意听您说。
relay-over = 那次对话已经结束，这条没有传过去。还想和人聊，请说“我要找人工”。
relay-closed = 那次对话已经结束了。
relay-none = 您现在没有在和人工对话。想找人工，点下面的按钮就行。
relay-ticket-already = 这件事已经是工单 { $ref } 了。
relay-waits =
    { $by }想找人聊：
    “{ $text }”
    关于：{ $ref }
relay-waits-urgent =
    有生命危险！{ $by }现在就需要有人：
    “{ $text }”
    工单：{ $ref }
relay-waits-on = 还有 { $count } 位在等，下一位：{ $by }
relay-called = { $by }刚才在找人聊。{ $last }
relay-has-it = { $by }已接。
relay-gone = 对方不再等了。
relay-is-ticket = 已转成工单 { $ref }。
relay-taken = { $by }已经接了，谢谢您愿意帮忙！
relay-take-first = 还没有人接待{ $by }，这条没有传过去。请先点“我来接”，再发一遍。
relay-own = 这是您自己的求助，会由别人来接。
relay-yours =
    您正在和{ $by }对话，您写的话会直接传过去；按钮和斜杠命令照常用。
    同时有几个对话时，请回复对应的那条消息。要结束这个对话，点“结束”或者发 /end。
relay-turned = 接下来您写的话发给{ $by }。
relay-named = { $name } · { $number }
relay-neighbour = 居民 { $number }
relay-somebody = 协调员
relay-somebody-says = 协调员
tap-take-relay = 我来接
tap-end-relay = 结束
tap-relay-ticket = 开成工单
tap-relay-turn = 回复

## 个人的权利

span-days = { $count } 天
span-months = { $count } 个月
span-years = { $count } 年
tap-export = 把我的资料发给我
tap-forget = 忘掉我
tap-do-export_data = 要一份我的资料
tap-do-forget_me = 删除我的资料
export-started = 正在整理您的全部资料，稍等一会儿，文件会自动发到这里。
export-ready = 您在我这里的全部资料都在这份文件里，请先看里面的“README.txt”。我这边的文件{ $until } 删除。
export-again = 您不到一小时前刚要过，这里把同一份文件再发一次。
export-underway = 您的文件还在整理，好了会自动发到这里。
export-readme =
    众手（Manyhands）保存的您的全部资料，截至 { $date }。

    my-data.json：您是谁、怎么联系到您，您写过的话和我们的答复，您的工单、办理经过和评价，您的身份，以及听懂您的话时留下的记录。用任何文本编辑器都能打开。
    pictures：您发过的照片。

    没有放进来的：别人是谁；如果您也办理别人的工单，我们告诉您的那些内容。
    { $count ->
        [0] 照片全部放进来了。
       *[other] 有 { $count } 张照片放不下。想要的话，请告诉我们“我要找人工”。
    }

    哪里记错了，请告诉我们。想让我们忘掉您，请说“删除我的数据”。
file-over = 这份文件已经不在了。说一声“把我的资料发给我”，我再做一份。
page-file = 下载
forget-sure =
    要我忘掉您吗？您的消息、姓名、账号和身份都会删除，删了就找不回来。
    您的工单会留下，但不再和您有关联，好让事情继续办完。还没办的上门帮忙会取消，您手上的任务会转给别人。
tap-forget-sure = 是的，忘掉我
tap-forget-not = 不，先留着
forgotten = 办好了，我已经不知道您是谁了。以后您再写来，我们就当初次见面，随时欢迎。
forgotten-before = 这件事之前已经办好了，那时的内容这里一点也没有留下。
resident-forgotten = { $ref } 的报告人已经删除了自己的资料，问不到人了。请按已知情况接着办。
talk-forgotten = 和您对话的人已经删除了自己的资料，这次对话到此为止。
event-forget = { $at } 删除了个人资料

## 这类事还要问的

ask-detail = { $city_question }
ask-at-door = 有人上门时，怎样才能让里面的人知道？
tap-detail = { $city_answer }
tap-skip = 跳过
tap-door-ring = 按门铃能听见
tap-door-knock = 请用力敲门
tap-door-write = 先发消息给我
detail-line = { $city_question }{ $city_answer }
detail-words = { $city_question }“{ $note }”
detail-new =
    { $ref }（{ $category }）有补充：
    { $details }
    紧急程度：{ $urgency }
door-ring = 上门：请按门铃。
door-knock = 上门：请用力敲门。
door-write = 上门前：请先发消息问报事人。
door-words = 上门：“{ $note }”

## 替别人报

for-another = 当然可以，{ $meant }。那里出了什么问题？在什么地方？
for-another-noted = 记下了：{ $meant }。
whom-own = 这是替您的{ $whom }报的
whom-other = 这是替别人报的
behalf-own = 替谁报：您的{ $whom }
behalf-own-other = 替谁报：别人
behalf-theirs = 这是替报事人的{ $whom }报的。
behalf-other = 这是替别人报的，不是报事人自己的事。
whom-mother = 母亲
whom-father = 父亲
whom-parents = 父母
whom-grandmother = 奶奶（外婆）
whom-grandfather = 爷爷（外公）
whom-wife = 妻子
whom-husband = 丈夫
whom-child = 孩子
whom-sibling = 兄弟姐妹
whom-relative = 亲戚
whom-neighbour = 邻居
whom-friend = 朋友
whom-colleague = 同事

## 工作人员代没有账号的人登记

file-go-ahead = 请说，对方讲了什么？照对方的原话写就行。
file-read-back =
    请把下面的内容念给对方听：
    { $category }
    地点：{ $spot }
    “{ $text }”
    { $details }
    紧急程度：{ $urgency }
    { $behalf }
    对吗？您确认之前不会发出去。
file-which-kind = 是哪一类的事？
file-dropped = 已作废，什么都没有保存。
file-gone = 这份登记已经不在了：可能已经发出、作废，或者超过一天了。
filed =
    请交给对方：
    工单 { $ref }：{ $category }
    地点：{ $spot }
    谁来办：{ $why }
    时间：{ $answer_by } 前会有答复，{ $due } 前应该办好。
    想问进度，对方把编号告诉你们任何一位就行。有进展会发到您这里，请您转告。
filed-resolved =
    { $by }说，您登记的 { $ref }（{ $category }）办好了，请转告对方。
    对方要是说没解决，请在工单里点“没解决”，或者写“还是没修好 { $ref }”。
filed-closed = 您登记的 { $ref }（{ $category }）已经关闭。
source-walk_in = 这是工作人员在窗口代登记的，您问的话会转给经办人。
source-phone = 这是工作人员接电话代登记的，您问的话会转给经办人。
tap-file-for = 代人登记
tap-file-right = 没错
tap-file-words = 改内容
tap-file-drop = 作废

## 关注别人的工单

follow-which = 想关注哪一张工单？写上编号就行，比如 K7Q-4M2。
follow-none = 没找到这个编号的、别人可以关注的工单，请核对一下。您那里要是也有同样的问题，告诉我在哪里，我给您开一张。
follow-own = { $ref } 本来就是您的工单，每一步都会告诉您。
followed = 您已关注 { $ref }（{ $category }）：{ $state }，由{ $by }办理。有进展我会告诉您。
followed-already = 您已经在关注 { $ref }（{ $category }）了：{ $state }，由{ $by }办理。
followed-news =
    您关注的 { $ref }（{ $category }）有进展：{ $state }，由{ $by }办理
    地点：{ $spot }
    期限：{ $due }
followed-end = 您关注的 { $ref }（{ $category }）结束了：{ $state }。
unfollowed = 好的，{ $ref } 的进展不再通知您。
following = { $count ->
   *[other] 有 { $count } 人在关注这件事。
}
tap-unfollow = 不再关注

## 说得简单些

simple-on = 好的：字大一些，选项少一些，一次只说一件事。想换回来，点下面的按钮。
simple-off = 好的，已经恢复原样。
tap-simple-on = 恢复原样
tap-simple-off = 大字简单版
tap-more = 更多选项
more-choices = 还有这些选项。
more-lines = ……还有 { $count } 条
simple-ask-place = 在什么地方？
simple-ask-place-again = 没找到。旁边有什么？
simple-help-resident = 哪里有问题、需要什么，告诉我就行。我来找人帮忙。
simple-not-understood = 对不起，我没听懂。请换个说法。
simple-place-changed = 改好了。{ $ref } 的地点是：{ $spot }
simple-privacy =
    您写的我会保存，好把事办成。
    帮您的人看得到内容，看不到您的名字。
simple-status =
    { $ref }：{ $category }
    进展：{ $state }
    期限：{ $due }
simple-ticket-opened =
    办好了。编号是 { $ref }。
    { $category }，{ $spot }
    { $behalf }
    { $answer_by } 前会有答复。
simple-ticket-reopened = 谢谢您。{ $ref } 已经重新打开。
simple-welcome-resident = 您好！哪里有问题，需要什么？告诉我就行。

## 用一句话改简报

digest-set-days =
    好的，简报 { $hour }:00 发给您（{ $zone }），这几天不发：
    { $days }
digest-set-hour = 好的，简报整点发出，每天 { $hour }:00 发给您（{ $zone }）。
digest-off = 好的，不再每天发简报。想看的时候，发“简报”就行。
digest-day = · { $weekday }
tap-digest-on = 恢复每天发

## 网页：大字

page-simple = 大字，选项少一些

## 数字，以及值得看一看的

passing =
    {""}
    近 30 天转出或未答复的
passing-line = · { $responder }：派单 { $asked } 件，转出 { $declined } 件{ $unanswered ->
        [0] {""}
       *[other] ，未答复 { $unanswered } 件
    }。这类事还该先派给他们吗？
passing-line-reason = · { $responder }：派单 { $asked } 件，转出 { $declined } 件{ $unanswered ->
        [0] {""}
       *[other] ，未答复 { $unanswered } 件
    }，最常见的理由：{ $reason }。这类事还该先派给他们吗？
passing-round = · 有 { $count } 件工单在来回转：回到了经手过的一方，或者转了三次以上。
rates-month =
    {""}
    近 30 天
rates-without = · 不经政府就解决的：{ $without_rate }
rates-took-others = · 其他各方解决用时（中位数）：{ $hours } 小时
rates-took-government = · 政府部门解决用时（中位数）：{ $hours } 小时
rates-three =
    · 联系率：{ $contacted_rate }
    · 解决率：{ $solved_rate }
    · 满意率：{ $satisfied_rate }
    · 居民未作答：{ $done } 次中有 { $silent } 次
share = { $percent }%（{ $of } 次中有 { $yes } 次）
share-sure = { $percent }%（{ $of } 次中有 { $yes } 次，实际很可能在 { $low }% 到 { $high }% 之间）
share-few = { $of } 次中有 { $yes } 次（回答太少，不算百分比）
share-none = 还没有回答
odd =
    {""}
    值得看一看
odd-at-once = · { $by }：一个人在十分钟内办结了 { $count } 件
odd-copied = · { $by }：一个人用一模一样的话办结了 { $count } 件
odd-reopened = · { $by }：说办好后不到一天，居民就说没解决，有 { $count } 次
stats =
    近 30 天，报办结 { $done } 次
    { $lines }
stats-own =
    本单位近 30 天，报办结 { $done } 次
    { $lines }
stats-none = 近 30 天还没有办结的，暂时没有数字。一有就能在这里看到。
stats-by = · { $by }：{ stats-shares }
stats-category = · { $category }：{ stats-shares }
stats-area = · { $area }：{ stats-shares }
stats-nowhere = · 没写地点：{ stats-shares }
stats-shares =
    报办结 { $done } 次，未作答 { $silent } 次
    – 联系率：{ $contacted_rate }
    – 解决率：{ $solved_rate }
    – 满意率：{ $satisfied_rate }
tap-stats = 看数字
tap-by-responder = 按单位
tap-by-category = 按类别
tap-by-area = 按地区

## 同一件事和分单

same-others =
    已经有 { $count } 位邻居反映过类似的事（{ $opened }）：{ $ref }，{ $category }
    地点：{ $spot }
    办理：{ $by }
    是同一件事吗？五分钟内没收到您的回复，我就另开一张您自己的工单。
same-own =
    您之前反映过类似的事（{ $opened }）：{ $ref }，{ $category }
    地点：{ $spot }
    是同一件事吗？是的话，我把您刚写的补充进去。五分钟内没收到您的回复，我就另开一张工单。
same-gone = 这个问题已经不用回答了。发“我的工单”，就能看到各张的进展。
tap-same = 是同一件，关注它
tap-same-own = 是同一件，补充进去
tap-not-same = 不是，另一件事
twin-hint =
    { $ref } 可能和另一张工单是同一件事。确实是的话，点一下就能合并。
    { $number } · { $category } · { $spot }
merge-which = 下面哪一张和 { $ref } 是同一件事？
merge-none = 没看到和 { $ref } 是同一件事的其他未结工单。
merge-same = { $ref } 和 { $number } 已经是一张工单了。
merge-parts = { $ref } 还有没办完的分单，暂时不能和别的工单合并。
merge-never = { $ref } 不能和那一张合并：分单和涉及隐私的求助各自办理。
merged = 已合并：{ $ref } 并入 { $number }，反映人之后会收到那一张的进展。
merge-words = { $number } 反映的是同一件事，已并入 { $ref }：“{ $text }”
owner-merged = { $ref } 和 { $number } 是同一件事，已经合并，{ $ref } 不用再处理了。
ticket-merged =
    之前有人反映过同一件事：您的 { $ref }（{ $category }）已并入 { $number }，之后每一步进展我都告诉您。
    现在：{ $state }，由{ $by }办理
unmerged = { $ref } 重新成为单独的工单，转给负责的一方。
unmerge-not = { $ref } 没有和别的工单合并。
unmerge-told = { $number } 不再和 { $ref } 合并，单独办理。
ticket-unmerged = 您的 { $ref }（{ $category }）重新成为单独的工单。{ $why }
split-which = { $ref } 的哪一部分要请别人来办？文字、地点和照片会一起转过去。
split-most = { $ref } 已经有十张分单，不能再加了。
split-part = { $ref } 本身就是分单，不能再拆。
split-done = 好了：{ $number }（{ $category }）已作为 { $ref } 的分单，转给负责的一方。还有别的吗？
part-opened = { $number } 还请了另一方一起办：{ $ref }（{ $category }）。{ $why }
part-done = { $number } 的一部分办好了，{ $by }说：{ $ref }（{ $category }）
parts-open =
    { $ref } 还有没办完的分单，暂时不能办结：
    { $lines }
parts-done = { $ref }（{ $category }）的分单都结束了。没有别的事要办的话，请办结。
event-unmerge = { $at } 重新单独办理
event-parts_done = { $at } 分单全部结束
tap-merge = 合并
tap-merge-ref = 与 { $number } 合并
tap-unmerge = 不是同一件
tap-split = 拆分
tap-also = 还有：{ $category }

## 等协调员决定的工单

triage-line = { $ref } · { $category } · { $spot } · { $urgency } · { $why }
why-assigned = 协调员请{ $responder }来办。
why-assigned-volunteers = 协调员请附近的志愿者来办。
why-back = { $responder }接不了，由协调员重新安排。
why-back-volunteers = 没有志愿者能接，由协调员重新安排。
why-doubted = { $responder }觉得这件事可能不归市里管（{ $reason }），由协调员来看看。
why-no-place = 还不知道在哪里，先由协调员看看。
why-hands = 已经转过 { $count } 手，现在由协调员决定。
why-nobody-left = 能问的都问过了，现在由协调员决定。
why-no-rule = 市里还没有定下由谁来管，由协调员决定。
why-unclear = 连着两次没看懂，请人工来看。
why-unread = 没能及时读到，请人工来看。
why-appealed = 复核申请：居民希望再看一次。上次不予受理的理由：{ $reason }
why-refused = 这件事市里没法受理，理由：{ $reason }
why-refused-again = 复核之后仍然没法受理，理由：{ $reason }
pictures = 照片 { $count } 张
assign-whom = { $ref }（{ $category }）交给谁来办？最合适的排在前面。
assigned = { $ref } 已经交给{ $by }，也告诉居民了。
refuse-why = { $ref } 为什么不归市里管？居民会看到理由，可以要求复核一次。
refused = { $ref } 不予受理，理由：{ $reason }。已经告诉居民。
ticket-refused =
    很抱歉，{ $ref }（{ $category }）市里没法受理。理由：{ $reason }。
    您要是不同意，请点下面，协调员会再看一次。
ticket-refused-again =
    很抱歉，协调员又看了一次，{ $ref }（{ $category }）还是没法受理。理由：{ $reason }。
    在这里这就是最后的决定。想找人投诉，请点下面，或者说“我要找人工”。
filed-refused =
    您登记的 { $ref }（{ $category }）不予受理。理由：{ $reason }。请转告对方。
    对方要是不同意，请查 { $ref } 的进度，点“我不同意”，协调员会再看一次。
filed-refused-again = 您登记的 { $ref }（{ $category }）复核之后仍然不予受理。理由：{ $reason }。请转告对方，想投诉可以在这里找人工。
status-refused =
    { $ref }：{ $category }
    地点：{ $spot }
    进展：{ $state }
    { $why }
    最近：{ $last }
appealed = 谢谢您告诉我。协调员会再看一次 { $ref }，在{ $answer_by } 前决定，结果会在这里告诉您。
appeal-over = { $ref } 已经复核过一次，那是最后的决定。想投诉，请说“我要找人工”。
tap-assign = 指派
tap-refuse = 不予受理
tap-appeal = 我不同意
event-assign = { $at } 由协调员指派
event-appeal = { $at } 申请复核
rule-broken =
    有一条城市规则行不通：{ $category }，{ $spot }
    { $lines }
    工单会跳过它往下走。请告诉维护城市资料的人。
rule-gone = · 该问{ $responder }，可是没有这个单位。
rule-shut = · 该问{ $responder }，可是那里从不开门。
rule-nobody = · 哪一级都没有人。

## 人员：多重身份、邀请、加入、退出

welcome-many =
    您好，{ $city }有您真好！您有这几个身份：
    { $lines }
help-many =
    您在这里可以做这些事：
    { $lines }
    您自己遇到问题，也可以直接告诉我。
can-volunteer = · 志愿者：发“任务”看有哪些任务，发“我的时间”改什么时候找您。
can-responder = · 单位人员：发“待办”看单位的工单，每张都有按钮。
can-coordinator = · 协调员：发“待办”看等您决定的工单，发“人员”看都有谁，发“邀请”请人加入。

as-volunteer = 志愿者
as-newcomer = 志愿者（待审核）
as-responder = { $responder }工作人员
as-worker = { $responder }（负责{ $area }）
as-coordinator = 协调员
by-person = { $name }

invite-whom = 您想邀请哪种人？
invite-which = 是哪个单位的？点一下，或者直接写名称。
invite-made =
    邀请开好了，只给一个人用：{ $what }
    { $lines }
    也可以让对方把这个码发给我：{ $code }
    只能用一次，{ $until } 前有效。谁拿到谁就能进来，请只发给本人。
invite-link = { $link }
invite-used = { $name }用了您的邀请，已经加入：{ $what }
joined-worker = 您现在代表{ $responder }负责{ $area }。那里的工单会发到这里，发“待办”看已有的工单。
code-which = 请把邀请码原样发给我。
code-used-by-you = 这个邀请您已经用过了，当时就生效了，不用再点。
code-too-late = 这个邀请过期了，有效期是七天。请重新要一个。

skills-which =
    您能帮哪些忙？合适的都点上，最后点“就这些”。
    { $lines }
area-which = 您想在哪一带帮忙？点一个区，写个地名，或者发个定位。
area-unknown = 地图上没找到这个地方。请点一个区，或者写路名、小区名。
join-asked =
    谢谢您愿意帮忙！我记下了：
    { $lines }
    协调员很快会看。在那之前，不用上门的任务我会先通知您。
join-waits = 您已经报过名了，协调员很快会看。要改点什么吗？
joined-already = 您已经是志愿者了，谢谢您！要改帮忙的时间或地点吗？
join-offer =
    { $name }想当志愿者：
    { $lines }
    收下吗？您同意之前，只会把不涉及住址隐私的任务给他们。
join-not-now = 谢谢您愿意出力。眼下人手够了，任务先不发给您。以后想来，随时再说一声。
vet-done = { $name }现在是志愿者了，已经告诉本人。
vet-not-now = 好的，我已经婉转地告诉{ $name }，眼下暂时不行。
vet-done-already = { $name }已经有答复了，不用再处理。
not-vetted = { $ref } 要到别人家里，只能交给协调员认识的志愿者。等您通过审核，就可以接这样的任务了。

availability-noted =
    记下了，我会这样找您：
    { $lines }
    要改哪一项，点一下，或者直接说。
availability-which =
    我现在是这样找您的：
    { $lines }
    要改什么？点一下，或者直接说，比如“晚上六点以后”“周一不行”。
free-which = 什么时候可以找您？点一个，或者直接写，比如“周六十点到两点”。有危险的事，任何时候都会问您。
pause-which = 要休息多久？也可以直接写“到周五”。
free-always = · 任何时候
free-daily = · 每天 { $clock }
free-day = · { $first } { $clock }
free-days = · { $first }至{ $last } { $clock }
free-in = · { $area }一带
free-anywhere = · 全城
free-skill = · { $skill }
free-paused = · { $until } 前不打扰您

people =
    有身份的共 { $count } 项
    { $lines }
person-line = { $number } · { $name } · { $what } · { $at } 起
person-line-by = { $number } · { $name } · { $what } · { $at } 起 · 由{ $by }请来
remove-sure = 确定吗？{ $name }将不再是：{ $what }。手上的工单会马上转给别人。
removed = 好了，{ $name }不再是：{ $what }。{ $count ->
        [0] 手上没有工单。
       *[other] 手上的 { $count } 张工单已经转出。
    }
role-ended = 您在这里的身份到此为止：{ $what }。谢谢您做的一切。{ $count ->
        [0] 没有什么需要您再办的了。
       *[other] 手上的事会有人接着办。
    }
role-gone = 这个身份已经取消了，不用再处理。
last-coordinator = 这是最后一位协调员。总得有人做决定、请人进来，请先邀请另一位。
leave-sure = 真的要退出吗（{ $what }）？{ $count ->
        [0] {""}
       *[other] 您手上的事会交给别人。
    }
leave-which = 您想退出哪一个？
leave-nothing = 您在这里没有可以退出的身份。您报的事，我照样管。
role-left = 好的，已退出：{ $what }。谢谢您这段时间的付出！{ $count ->
        [0] {""}
       *[other] 您手上的事会有人接着办。
    }想回来的时候，说一声“我想当志愿者”就行。
why-left = 经手的人已经离开。
ticket-colleague = { $ref }（{ $category }）换人办理，仍由{ $by }负责，您不用做什么。

tap-people = 人员
tap-invite = 邀请
tap-join = 当志愿者
tap-availability = 我的时间和地点
tap-as-volunteer = 志愿者
tap-as-responder = 单位工作人员
tap-as-coordinator = 协调员
tap-responder = { $responder }
tap-next-ones = 更多
tap-skill = { $skill }
tap-skill-held = ✓ { $skill }
tap-that-is-all = 就这些
tap-anywhere = 全城
tap-area = { $area }
tap-vet = 收下
tap-vet-not-now = 先不收
tap-vet-name = 收下{ $name }
tap-hours = 时间
tap-areas = 地点
tap-areas-more = 再加一处
tap-skills = 能帮什么
tap-pause = 休息一阵
tap-pause-over = 结束休息
tap-free-evenings = 晚上
tap-free-daytime = 白天
tap-free-weekends = 周末
tap-free-both = 晚上和周末
tap-free-always = 随时
tap-pause-1 = 今天
tap-pause-7 = 一周
tap-pause-30 = 一个月
tap-remove = 移出 { $number }：{ $name }
tap-remove-yes = 确定取消
tap-leave = { $what }
tap-leave-yes = 确定退出

print-title = 邀请您加入
print-how = 用手机相机对准方块，点开出现的链接，接着在对话里办就行。
print-code = 也可以把这个码发给机器人：{ $code }
print-until = 只限一个人用，{ $until } 前有效。

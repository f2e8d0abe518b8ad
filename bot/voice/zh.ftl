# 中文。简短、温和、说清下一步。

## 问候和帮助

welcome-resident = 您好！在{ $city }遇到什么问题、需要什么帮助，用自己的话告诉我就行。比如：“橡树路12号的路灯坏了三天了。”我来找负责的人，每一步都会告诉您。
welcome-volunteer = 您好，感谢您为{ $city }出力。发“任务”可以看现在有哪些任务，有新的我也会通知您。
welcome-responder = 您好。发“待办”可以看手上的工单，新工单会带着按钮发到这里。直接回复工单消息也可以。
welcome-coordinator = 您好。发“待办”看需要您决定的事，发“简报”看全城情况。
help-resident =
    直接说哪里有问题、需要什么，我会开一张工单，交给负责的人。附上照片或位置会更快。
    您还可以说：“我的工单怎么样了”“我的工单”“撤销”“还是没修好”“English”“我要找人工”。
help-volunteer =
    发“任务”看有哪些任务，点按钮认领，认领后就只归您。
    去不了就说“我去不了了”，办好了就说“办完了”。您自己遇到问题也可以直接报。
help-responder =
    发“待办”看手上的工单，每张下面都有：接单、不归我们、询问、办结。
    也可以直接回复工单消息：“已派人”“是几单元？”“修好了”。发“简报”看一天的情况。
help-coordinator =
    发“待办”看等您决定的事，发“简报”看全城情况。
    每张工单下面都可以：接手、改类别、询问、办结。
goodbye = 再见，多保重！有事随时找我。
thanks-back = 不客气。有事随时说。
chitchat = 我是城市小助手，聊天不太在行，报修找人倒是很拿手。有什么要办的吗？
out-of-scope = 这件事我办不了。我能帮您报修、找邻里帮忙、查工单进度。
privacy = 我只保存您发给我的内容和您的工单。办事的人能看到工单的内容和地点，看不到您的账号。求助人的详细住址，只有认领任务的人才能看到。
comes-later = 这个功能还在做，现在办不了。着急的话，我帮您找人工。
joined-volunteer = 欢迎加入志愿者！有人需要帮忙时我会通知您。发“任务”看现在有哪些。
joined-responder = 您现在代表{ $responder }答复。新工单会发到这里，发“待办”看已有的工单。
joined-coordinator = 您现在是协调员。发“待办”看等您决定的事，发“简报”看全城情况。
code-unknown = 这个邀请无效，可能已经用过或者过期了。请重新要一个。

## 没听懂

empty-message = 这条消息没有文字。直接写哪里有问题、需要什么就行。
only-emoji = 收到！要办什么事的话，请用几个字告诉我。
too-long = 这条有点长，我一次只能读{ $limit }个字，先看了前面的部分。如果漏了要紧的，请单独再发一遍。
slash-order = 除了菜单里的命令，我不认斜杠开头的指令。直接用自己的话说就行。
tap-unknown = 这个按钮已经失效了。请直接写您想做什么。
unsupported = 这种消息我还看不了。请打字，或者发张照片。
bad-photo = 这张图片打不开。请按普通照片发（JPEG或PNG）。
photo-too-large = 这张图片太大了。请发小一点的（10MB以内）。
photo-lost = 照片没收到，请再发一次。
language-not-spoken = 这种语言我还不会。我会中文和English。
not-understood = 我没太明白您的意思。是下面哪一种？也可以换个说法告诉我。
kept = 请稍等，我有一部分正在重启。您的消息已经收下，马上在这里答复，不用再发一遍。
language-which = 我们用哪种语言？ Which language shall we speak?
language-set = 好的，接下来说中文。
stopped = 好的，刚才的事先放下。需要时随时找我。

## 危险

emergency =
    如果有人有危险，请马上拨打：
    { $numbers }
    我同时开一张紧急工单。请先保证自身安全。
care =
    谢谢您愿意告诉我。您不是一个人，现在就有人愿意听您说：
    { $numbers }
    我也会请这边的人尽快联系您。
emergency-number = { $name }：{ $number }

## 提问

ask-category = 是哪方面的事？
ask-place = 在什么地方？写地址或附近的地标，或者发个定位。
ask-place-again = 这个地方我没找到。是下面的吗？不是的话，请写附近的路名、小区或地标，或者发个定位。
place-which = 有几个地方都叫这个名字，您说的是哪一个？
place-outside = 这个地方不在{ $city }，我帮不上忙。是城里的哪个地方呢？
place-kept = 地点记下了：{ $spot }。那里出了什么事？
photo-kept = 照片收到了。拍的是什么情况？在哪里？
ask-words = { $verb ->
    [add_note] 要补充什么？
    [answer] 请写下您的答复，我来转达。
    [ask_resident] 您想问什么？我转给居民。
    [progress] 进展到哪一步了？我告诉居民。
    [decline_words] 为什么不归你们？一句话就行。
   *[other] 请写一句话。
}
words-missing = 这条没有文字，请写一句话。

## 给居民的工单消息

ticket-opened =
    工单{ $ref }已开：{ $category }，{ $spot }。
    { $why }{ $answer_by }前会有答复，{ $due }前应该解决。
ticket-moved = { $ref }转给了下一家。{ $why }
ticket-accepted = { $by }接手了{ $ref }（{ $category }），{ $due }前应该解决。
ticket-claimed = 好消息：{ $by }来办{ $ref }（{ $category }）了。
ticket-back = 志愿者临时来不了。{ $ref }我正在另找人，有消息马上告诉您。
ticket-progress = { $ref }有进展，{ $by }说：{ $note }
ticket-asked = { $by }想问问{ $ref }的情况：{ $question }
ticket-resolved = { $by }说{ $ref }（{ $category }，{ $spot }）办好了。解决了吗？
ticket-resolved-words =
    { $by }说{ $ref }（{ $category }，{ $spot }）办好了：“{ $note }”
    解决了吗？
ticket-reopened = 那这事就没完。{ $ref }重新打开，往上升一级。{ $why }
ticket-late = { $ref }没能按时办好，抱歉。我已经催了{ $by }，也告诉了协调员，会一直盯着。
ticket-closed-quietly = { $ref }一直没听到您说有问题，我先关上了。要是没解决，点下面的按钮，或者说“还是没修好”。
ticket-cancelled = { $ref }已撤销。谢谢您告诉我们。
ticket-undone = { $ref }已收回，不会有人为它跑一趟。
ticket-line = { $ref } · { $category } · { $spot } · { $state }
place-changed = 已改：{ $ref }的地点是{ $spot }。{ $why }
kind-changed = 已改：{ $ref }现在是“{ $category }”。{ $why }
kind-changed-by-staff = { $ref }改成了“{ $category }”，已转给负责的一方。
which-kind = { $ref }其实是哪方面的事？
status =
    { $ref }：{ $category }，{ $spot }。目前{ $state }，由{ $by }负责。
    最近：{ $last }。{ $due }前应该解决。
status-end = { $ref }：{ $category }，{ $spot }。目前{ $state }。最近：{ $last }。
tickets =
    您的工单：
    { $lines }
no-tickets = 您还没有工单。直接写哪里有问题、需要什么就行。
note-added = 已经补充到{ $ref }，也转达了。
answer-passed = 谢谢，您的答复已转达，{ $ref }继续办理。
person-called = 我已经请人工来看，会在这里答复您，一般四小时以内。编号是{ $ref }。
person-called-already = 人工已经知道了，会在这里答复您（{ $ref }）。
rate-solved = { $ref }解决了吗？
rate-contacted = 太好了！办理{ $ref }的时候，有人联系过您吗？
rate-stars = 您对{ $ref }的办理满意吗？1分最低，5分最高。
rate-thanks = 谢谢！您的评价能让大家看到哪里做得好、哪里还不行。

## 为什么

why-nearest = { $area }的这类事由{ $responder }负责。
why-responsible = 这类事由{ $responder }负责。
why-volunteers = 附近的志愿者来得最快，我正在问他们。
why-last = 没人接的事由{ $responder }兜底，现在交给他们了。
why-coordinator = 由协调员来定谁接手。
why-asked-for-person = 您要求找人工。
why-declined = { $responder }转出了。
why-no-answer = 没有按时答复。
why-elsewhere = 这事归别处管。

## 谁、在哪

by-responder = { $responder }
by-volunteer = 志愿者{ $name }
by-neighbour = 一位志愿者
by-volunteers = 志愿者们
by-coordinator = 协调员
spot-both = { $place }（{ $area }）
spot-place = { $place }
spot-area = { $area }
spot-none = 没写地点

## 给责任单位

offer-responder =
    新工单{ $ref }：{ $category }，{ $spot }。紧急程度：{ $urgency }。
    “{ $text }”
    { $why }请在{ $answer_by }前答复。
offer-coordinator =
    { $ref }请您决定：{ $category }，{ $spot }。紧急程度：{ $urgency }。
    “{ $text }”
    请在{ $answer_by }前答复。
alert-emergency =
    人身危险，{ $ref }：{ $category }，{ $spot }。
    “{ $text }”
    目前由{ $by }处理。已告知急救报警电话。
accepted-yours = { $ref }归您了：{ $category }，{ $spot }。已告知居民。请在{ $due }前解决。
accepted-already = { $ref }已经在您手上了。
decline-why = { $ref }为什么不归你们？会马上转出。
declined = 谢谢，{ $ref }已转给下一家。
cannot-decline = { $ref }由你们单位兜底，不能退。可以先接单，再转出。
asked = 已经问了居民，{ $ref }等答复，最多两天。
answer-came = { $ref }有答复了：“{ $note }”
answer-missing = { $ref }的居民没有答复，请按已知情况继续办。
progress-told = 已转达给{ $ref }的居民。
resolved = 谢谢！我去问{ $ref }的居民是否解决了。
note-new = { $ref }有补充：“{ $note }”
note-photo = { $ref }补充了一张照片。
owner-changed = { $ref }有更正：{ $category }，{ $spot }。仍由你们负责。
owner-cancelled = 居民撤销了{ $ref }（{ $category }）。不用办了，也不用跑一趟。
owner-reopened = 居民说{ $ref }没解决，已升一级。
owner-confirmed = 居民确认{ $ref }解决了。谢谢！
owner-late = { $ref }（{ $category }，{ $spot }）超时了。请告诉居民进展到哪一步。
late-alert = { $ref }（{ $category }，{ $spot }）超时了，目前由{ $by }负责。
triage-waits = { $ref }（{ $category }）还在等您决定。
queue =
    您手上的工单：
    { $lines }
queue-empty = 没有待办，辛苦了。
status-staff =
    { $ref }：{ $category }，{ $spot }。紧急程度：{ $urgency }。目前{ $state }，期限{ $due }。
    “{ $text }”

## 给志愿者

offer-volunteer =
    有人需要帮忙，{ $ref }：{ $category }，{ $spot }。
    “{ $text }”
    您能去吗？请在{ $answer_by }前答复。
claim-yours =
    归您了，{ $ref }：{ $category }，{ $spot }。
    “{ $text }”
    { $until }前都为您保留，别人不会再去。谢谢！
claim-taken = { $ref }已经有人认领了。谢谢您愿意帮忙！
claimed-already = { $ref }已经是您的了。
claim-full = 您手上已有三个任务。请先办完或退回一个。
claim-instead = { $ref }是给志愿者的任务。
own-ticket = { $ref }是您自己的求助，应该由别人来办。
given-back = { $ref }已退回，谢谢您及时说一声。
lease-ended = { $ref }的时间到了，已重新开放。如果您还在办，请再认领一次。
tasks =
    { $lines }
    点一个就可以认领。
task-line = { $ref } · { $category } · { $spot } · { $urgency }
task-line-yours = { $ref } · { $category } · { $spot } · 您的
no-tasks = 现在没有任务。有人需要帮忙时我会通知您。

## 不能办

no-such-ticket = 没找到您的工单{ $ref }。请核对编号，发“我的工单”可以查看。
nothing-there = 现在没有这样的工单。发“我的工单”可以查看。
which-ticket =
    您说的是哪一张？
    { $lines }
moved-on = { $ref }已经转给别人了，您不用再管。
cannot-now = { $ref }目前{ $state }，现在不能这样做。
not-for-role = 只有{ $role }才能这样做。想加入的话，请向协调员要邀请。

## 简报

digest =
    上次简报以来：新增{ $new }件，办好{ $solved }件。现有{ $waiting }件在办，其中{ $late }件超时。
    { $lines }
digest-quiet = 没有新增、没有积压、没有超时。平安无事。
digest-by-category = 按类别：
digest-by-area = 按地区：
digest-category = · { $category }：新增{ $new }，在办{ $waiting }，超时{ $late }，办好{ $solved }
digest-area = · { $area }：新增{ $new }，在办{ $waiting }，超时{ $late }，办好{ $solved }
digest-nowhere = · 没写地点：新增{ $new }，在办{ $waiting }，超时{ $late }，办好{ $solved }
digest-urgent = 最要紧的：

## 最近一步

event-offer = { $at }交给了负责的一方
event-triage = { $at }交给了协调员
event-accept = { $at }已接单
event-claim = { $at }有志愿者认领
event-decline = { $at }转出
event-unanswered = { $at }没人答复，转给下一家
event-give_back = { $at }退回
event-lease_ended = { $at }重新开放
event-ask_resident = { $at }向您提问
event-answer = { $at }您已答复
event-no_answer = { $at }未等到答复，继续办理
event-progress = { $at }有进展
event-resolve = { $at }报告办好
event-close = { $at }已关闭
event-reopen = { $at }重新打开
event-cancel_ticket = { $at }已撤销
event-refuse = { $at }不予受理
event-merge = { $at }与另一张工单合并
event-change = { $at }有更正
event-note = { $at }有补充
event-rate = { $at }已评价
event-late = { $at }已催办

## 代号

state-new = 刚收到
state-triage = 等协调员决定
state-offered = 等待答复
state-accepted = 已接单
state-in_progress = 办理中
state-waiting_for_resident = 等居民答复
state-resolved = 报告已办好
state-closed = 已关闭
state-cancelled = 已撤销
state-refused = 不予受理
state-merged = 已合并
urgency-emergency = 人身危险
urgency-high = 紧急
urgency-normal = 一般
urgency-low = 不急
role-resident = 居民
role-volunteer = 志愿者
role-responder = 责任单位的工作人员
role-coordinator = 协调员
kind-government = 政府部门
kind-enterprise = 企业
kind-ngo = 社会组织

## 时间

time-today = 今天{ $clock }
time-tomorrow = 明天{ $clock }
time-yesterday = 昨天{ $clock }
time-weekday = { $weekday }{ $clock }
time-date = { $month }月{ $day }日{ $clock }
weekday-0 = 周一
weekday-1 = 周二
weekday-2 = 周三
weekday-3 = 周四
weekday-4 = 周五
weekday-5 = 周六
weekday-6 = 周日
month-1 = 一月
month-2 = 二月
month-3 = 三月
month-4 = 四月
month-5 = 五月
month-6 = 六月
month-7 = 七月
month-8 = 八月
month-9 = 九月
month-10 = 十月
month-11 = 十一月
month-12 = 十二月

## 按钮

tap-change-place = 改地点
tap-change-kind = 改类别
tap-undo = 撤回
tap-add-note = 补充
tap-cancel = 撤销
tap-answer = 答复
tap-solved = 解决了
tap-not-solved = 没解决
tap-reopen = 没解决
tap-yes = 有
tap-no = 没有
tap-stars = { $count }分
tap-accept = 接单
tap-decline = 不归我们
tap-hand-on = 转出
tap-ask = 询问
tap-progress = 说进展
tap-resolve = 办好了
tap-reason = { $reason }
tap-other-reason = 其他原因
tap-claim = 我去
tap-claim-ref = 认领{ $number }
tap-done = 办完了
tap-give-back = 我去不了
tap-ref = { $number }
tap-kind = { $category }
tap-person = 找人工
tap-queue = 待办
tap-tasks = 任务
tap-digest = 简报
tap-my-tickets = 我的工单
tap-language = 中文 / English
tap-language-zh = 中文
tap-language-en = English
tap-share-place = 发送我的位置
tap-place = { $place }
tap-skip-place = 没有具体地点
tap-stop = 停

## 网页


page-language-name = 中文
page-direction = ltr

page-title = Manyhands 众手
page-greeting = 您好，有什么可以帮您？
page-lead = 什么坏了、哪里需要帮手，告诉我就行。我来找负责的、离得最近的人，一直跟到事情解决。
page-examples = 不知道怎么开口？可以这样说
page-examples-1 = 我家楼下的路灯坏了三天了
page-examples-2 = 周四能请人陪我妈妈去医院看病吗？
page-examples-3 = 汽车站门口的路面一直在冒水
page-examples-4 = 居住证快到期了，怎么续签？

page-placeholder = 请说说是什么事
page-send = 发送
page-photo = 添加图片
page-photo-alt = 图片
page-photo-remove = 移除图片
page-photo-large = 这张图片太大了，请换一张小一点的（10MB以内）。
page-pin = 发送我的位置
page-place = 我的位置
page-pin-finding = 正在获取您的位置……
page-pin-denied = 没能获取到您的位置。直接写也可以：路名和门牌号，或者旁边有什么。

page-offline = 网络断开了。您可以接着写，网络恢复后会自动发送。
page-sending = 正在发送……
page-not-sent = 还没有发出去
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
command-queue = 我的待办
command-digest = 全城简报
command-language = 中文 / English
command-stop = 先放下这件事
share-place-here = 也可以点下面的按钮发送您的位置。

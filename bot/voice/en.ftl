# English. Short, warm, plain; each message says what happens next.

## Greeting and help

welcome-resident = Hello! Tell me what is wrong or what you need in { $city }, in your own words. For example: “The street lamp at Oak Road 12 has been out for three days.” I find who is responsible and tell you every step.
welcome-volunteer = Hello, and thank you for helping in { $city }. “tasks” shows what is free now; I write to you when something new comes in.
welcome-responder = Hello. “queue” shows what lies with you; new tickets arrive here with buttons. You can also simply reply to a ticket's message.
welcome-coordinator = Hello. “queue” shows what needs your decision, “digest” how the city stands.
help-resident =
    Write what is wrong or what you need, and I open a ticket with whoever is responsible. A photo or your location helps.
    Other things you can write: “how is my ticket?”, “my tickets”, “cancel”, “still broken”, “中文”, “I want to talk to a person”.
help-volunteer =
    “tasks” shows what is free. Claim one with a button; then only you have it.
    “I can't make it” gives it back, “done” finishes it. You can report things for yourself too.
help-responder =
    “queue” shows your tickets. Under each: accept, not ours, ask, done.
    Or reply to a ticket's message in your own words: “on our way”, “which entrance?”, “fixed”. “digest” sums up the day.
help-coordinator =
    “queue” shows what waits for you, “digest” how the city stands now.
    Under each ticket: take it, change its kind, ask, done.
goodbye = Take care! I'm here whenever you need something.
thanks-back = You're welcome. Write whenever something comes up.
chitchat = I'm a city assistant: not much of a talker, but good with broken lamps. What can I get done for you?
out-of-scope = That's not something I can do. I can report things that are broken, find help in the neighbourhood, and tell you how your tickets stand.
privacy = I keep what you write to me and your tickets, nothing else. Who works on a ticket sees its text and place, not your account. The exact address of a person who needs help is seen only by whoever takes the task.
comes-later = I can't do that yet; it is being built. If it is urgent, I can bring in a person.
joined-volunteer = Welcome to the volunteers! I write to you when somebody needs help. “tasks” shows what is free now.
joined-responder = You now answer for { $responder }. New tickets come here; “queue” shows what lies with you already.
joined-coordinator = You are now a coordinator. “queue” shows what needs you, “digest” how the city stands.
code-unknown = This invitation is not valid: it may be used already or too old. Please ask for a new one.

## What was not understood

empty-message = That message came without words. Just write what is wrong or what you need.
only-emoji = Noted! If you want something done, please write it in a few words.
too-long = That was long: I can read { $limit } characters at a time and took the beginning. Please send what matters most separately if I miss it.
slash-order = I don't take orders with a slash, except the ones in the menu. Just write it in your own words.
tap-unknown = This button no longer works. Please write what you want to do.
unsupported = I can't read this kind of message yet. Please write it, or send a photo.
bad-photo = I can't open this picture. Please send it as a normal photo (JPEG or PNG).
photo-too-large = This picture is too large. Please send a smaller one (up to 10 MB).
photo-lost = Your picture did not arrive. Please send it once more.
language-not-spoken = I don't speak that language yet. I understand 中文 and English.
not-understood = I'm not sure what you mean. Is it one of these? Or say it in other words.
kept = I need a moment: part of me is just restarting. Your message is kept, and you get an answer here shortly. You need not send it again.
language-which = Which language shall we speak? 我们用哪种语言?
language-set = All right, English from now on.
stopped = All right, I've dropped that. Write whenever you need something.

## Danger

emergency =
    If anyone is in danger, please call right now:
    { $numbers }
    I'm opening an urgent ticket as well. Please get to safety first.
care =
    I'm really glad you wrote. You are not alone, and people are there to listen right now:
    { $numbers }
    I'm also asking a person here to get in touch with you.
emergency-number = { $name }: { $number }

## Questions

ask-category = What is it about?
ask-place = Where is it? Write the address or a place nearby, or send your location.
ask-place-again = I can't find that place. Is it one of these? Otherwise write a street, an estate or a landmark nearby, or send your location.
place-which = There are several. Which one do you mean?
place-outside = That place is outside { $city }, so I can't help there. Which place in the city is it about?
place-kept = Got the place: { $spot }. What is the matter there?
photo-kept = Got the picture. What does it show, and where is it?
ask-words = { $verb ->
    [add_note] What shall I add?
    [answer] Please write your answer; I pass it on.
    [ask_resident] What do you want to ask? I pass it on to the resident.
    [progress] How far is it? I tell the resident.
    [decline_words] Why not? One sentence is enough.
   *[other] Please write it in a sentence.
}
words-missing = That came without words. Please write it in a sentence.

## Tickets: to the resident

ticket-opened =
    Ticket { $ref } is open: { $category }, { $spot }.
    { $why } You should hear by { $answer_by }; it should be solved by { $due }.
ticket-moved = { $ref } goes on to other hands. { $why }
ticket-accepted = { $by } is taking care of { $ref } ({ $category }). It should be solved by { $due }.
ticket-claimed = Good news: { $by } is taking care of { $ref } ({ $category }).
ticket-back = The volunteer can't make it after all. I'm looking for somebody else for { $ref } and tell you at once.
ticket-progress = News on { $ref } from { $by }: { $note }
ticket-asked = { $by } asks about { $ref }: { $question }
ticket-resolved = { $by } says that { $ref } ({ $category }, { $spot }) is done. Is it solved?
ticket-resolved-words =
    { $by } says that { $ref } ({ $category }, { $spot }) is done: “{ $note }”
    Is it solved?
ticket-reopened = Then it isn't over. { $ref } is open again, one step higher. { $why }
ticket-late = { $ref } is taking longer than promised, sorry. I have told { $by } and the coordinator, and keep at it.
ticket-closed-quietly = I'm closing { $ref }, as I heard nothing to the contrary. If it isn't solved, tap below or write “still broken”.
ticket-cancelled = { $ref } is cancelled. Thank you for telling us.
ticket-undone = { $ref } is taken back; nobody will come because of it.
ticket-line = { $ref } · { $category } · { $spot } · { $state }
place-changed = Corrected: { $ref } is now at { $spot }. { $why }
kind-changed = Corrected: { $ref } is now “{ $category }”. { $why }
kind-changed-by-staff = { $ref } is now “{ $category }” and has gone to whoever is responsible.
which-kind = What is { $ref } really about?
status =
    { $ref }: { $category }, { $spot }. It is { $state }, with { $by }.
    Last: { $last }. It should be solved by { $due }.
status-end = { $ref }: { $category }, { $spot }. It is { $state }. Last: { $last }.
tickets =
    Your tickets:
    { $lines }
no-tickets = You have no tickets yet. Just write what is wrong or what you need.
note-added = I've added that to { $ref } and passed it on.
answer-passed = Thank you, I've passed your answer on. The work on { $ref } continues.
person-called = I've asked a person to look at this. They answer you here; it usually takes less than four hours. The reference is { $ref }.
person-called-already = A person already knows and will answer you here ({ $ref }).
rate-solved = Is { $ref } solved?
rate-contacted = Wonderful! Did somebody get in touch with you about { $ref } while it was open?
rate-stars = How satisfied are you with how { $ref } was handled? 1 is not at all, 5 is very.
rate-thanks = Thank you! Your answers help everybody to see what works.

## Why

why-nearest = { $responder } is responsible for this in { $area }.
why-responsible = { $responder } is responsible for this.
why-volunteers = Volunteers nearby can help soonest; I'm asking them now.
why-last = { $responder } stands behind everything that nobody else takes, and has it now.
why-coordinator = A coordinator decides now who takes it.
why-asked-for-person = You asked for a person.
why-declined = { $responder } handed it on.
why-no-answer = There was no answer in time.
why-elsewhere = It belongs elsewhere.

## Hands and places

by-responder = { $responder }
by-volunteer = { $name }, a volunteer,
by-neighbour = a volunteer
by-volunteers = the volunteers
by-coordinator = the coordinator
spot-both = { $place } ({ $area })
spot-place = { $place }
spot-area = { $area }
spot-none = no place given

## To responders

offer-responder =
    New ticket { $ref }: { $category }, { $spot }. Urgency: { $urgency }.
    “{ $text }”
    { $why } Please answer by { $answer_by }.
offer-coordinator =
    { $ref } needs your decision: { $category }, { $spot }. Urgency: { $urgency }.
    “{ $text }”
    Please answer by { $answer_by }.
alert-emergency =
    DANGER TO LIFE, { $ref }: { $category }, { $spot }.
    “{ $text }”
    It is with { $by }. The emergency numbers were given.
accepted-yours = { $ref } is yours: { $category }, { $spot }. The resident knows. Please solve it by { $due }.
accepted-already = { $ref } is yours already.
decline-why = Why does { $ref } not belong to you? It goes on at once.
declined = Thank you. { $ref } has gone on to the next hands.
cannot-decline = Your office stands behind { $ref }, so it can't be declined. You can accept it and then hand it on.
asked = I've asked the resident; { $ref } waits for the answer, at most two days.
answer-came = Answer on { $ref }: “{ $note }”
answer-missing = The resident of { $ref } has not answered. Please go on with what you know.
progress-told = Passed on to the resident of { $ref }.
resolved = Thank you! The resident of { $ref } is asked whether it is solved.
note-new = Added to { $ref }: “{ $note }”
note-photo = A picture was added to { $ref }.
owner-changed = { $ref } was corrected: { $category }, { $spot }. It stays with you.
owner-cancelled = The resident has cancelled { $ref } ({ $category }). There is nothing left to do; no need to go there.
owner-reopened = { $ref } is not solved, says the resident. It has gone one step higher.
owner-confirmed = The resident confirms that { $ref } is solved. Thank you!
owner-late = { $ref } ({ $category }, { $spot }) is late. Please tell the resident how far it is.
late-alert = { $ref } ({ $category }, { $spot }) is late. It is with { $by }.
triage-waits = { $ref } ({ $category }) still waits for your decision.
queue =
    With you now:
    { $lines }
queue-empty = Nothing is waiting for you. Well done.
status-staff =
    { $ref }: { $category }, { $spot }. Urgency: { $urgency }. It is { $state }, due { $due }.
    “{ $text }”

## To volunteers

offer-volunteer =
    Somebody needs help, { $ref }: { $category }, { $spot }.
    “{ $text }”
    Can you do it? Please answer by { $answer_by }.
claim-yours =
    It's yours, { $ref }: { $category }, { $spot }.
    “{ $text }”
    It stays yours until { $until }. Nobody else will go there. Thank you!
claim-taken = { $ref } is already taken. Thank you for being ready!
claimed-already = { $ref } is yours already.
claim-full = You have three tasks in hand already. Please finish or give one back first.
claim-instead = { $ref } is for volunteers.
own-ticket = { $ref } is your own request, so somebody else should take it.
given-back = { $ref } is free again. Thank you for saying so in time.
lease-ended = Your time for { $ref } has run out, so it is free again. If you are still at it, claim it once more.
tasks =
    { $lines }
    Tap one to take it.
task-line = { $ref } · { $category } · { $spot } · { $urgency }
task-line-yours = { $ref } · { $category } · { $spot } · yours
no-tasks = Nothing is free just now. I write to you when somebody needs help.

## Refusals

no-such-ticket = I find no ticket { $ref } of yours. Please check the reference; “my tickets” lists yours.
nothing-there = There is no ticket for that just now. “my tickets” lists yours.
which-ticket =
    Which one do you mean?
    { $lines }
moved-on = { $ref } has gone on to other hands, so there is nothing left to do for you.
cannot-now = { $ref } is { $state }, so that can't be done now.
not-for-role = Only { $role } can do that. If you'd like to take part, ask the coordinator for an invitation.

## Digest

digest =
    Since the last digest: { $new } new, { $solved } solved. Now { $waiting } waiting, { $late } of them late.
    { $lines }
digest-quiet = Nothing new, nothing waiting, nothing late. A quiet day.
digest-by-category = By kind:
digest-by-area = By area:
digest-category = · { $category }: { $new } new, { $waiting } waiting, { $late } late, { $solved } solved
digest-area = · { $area }: { $new } new, { $waiting } waiting, { $late } late, { $solved } solved
digest-nowhere = · no place given: { $new } new, { $waiting } waiting, { $late } late, { $solved } solved
digest-urgent = Most urgent:

## Last events

event-offer = passed on to whoever is responsible, { $at }
event-triage = passed to a coordinator, { $at }
event-accept = accepted, { $at }
event-claim = taken by a volunteer, { $at }
event-decline = handed on, { $at }
event-unanswered = no answer, so passed on, { $at }
event-give_back = given back, { $at }
event-lease_ended = free again, { $at }
event-ask_resident = a question to you, { $at }
event-answer = your answer, { $at }
event-no_answer = going on without an answer, { $at }
event-progress = news on the work, { $at }
event-resolve = reported as done, { $at }
event-close = closed, { $at }
event-reopen = opened again, { $at }
event-cancel_ticket = cancelled, { $at }
event-refuse = refused, { $at }
event-merge = joined with another ticket, { $at }
event-change = corrected, { $at }
event-note = a note was added, { $at }
event-rate = rated, { $at }
event-late = reminded, { $at }

## Codes

state-new = new
state-triage = being decided
state-offered = waiting for an answer
state-accepted = accepted
state-in_progress = being worked on
state-waiting_for_resident = waiting for an answer from the resident
state-resolved = reported as done
state-closed = closed
state-cancelled = cancelled
state-refused = refused
state-merged = joined with another
urgency-emergency = danger to life
urgency-high = high
urgency-normal = normal
urgency-low = low
role-resident = residents
role-volunteer = volunteers
role-responder = staff of a responder
role-coordinator = coordinators
kind-government = government
kind-enterprise = enterprise
kind-ngo = NGO

## Times

time-today = today { $clock }
time-tomorrow = tomorrow { $clock }
time-yesterday = yesterday { $clock }
time-weekday = { $weekday } { $clock }
time-date = { $day } { $month_name }, { $clock }
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Buttons

tap-change-place = Change place
tap-change-kind = Change kind
tap-undo = Undo
tap-add-note = Add something
tap-cancel = Cancel it
tap-answer = Answer
tap-solved = Yes, solved
tap-not-solved = No, not solved
tap-reopen = It's not solved
tap-yes = Yes
tap-no = No
tap-stars = { $count } ★
tap-accept = Accept
tap-decline = Not ours
tap-hand-on = Hand on
tap-ask = Ask
tap-progress = How far it is
tap-resolve = Done
tap-reason = { $reason }
tap-other-reason = Another reason
tap-claim = I'll do it
tap-claim-ref = I'll do { $number }
tap-done = Done
tap-give-back = I can't make it
tap-ref = { $number }
tap-kind = { $category }
tap-person = A person, please
tap-queue = Queue
tap-tasks = Tasks
tap-digest = Digest
tap-my-tickets = My tickets
tap-language = 中文 / English
tap-language-zh = 中文
tap-language-en = English
tap-share-place = Send my location
tap-place = { $place }
tap-skip-place = No place
tap-stop = Stop

## The chat page


page-language-name = English
page-direction = ltr

page-title = Manyhands 众手
page-greeting = What can I do for you?
page-lead = Tell me what is broken, or where help is needed. I find who is responsible and nearest, and stay with it until it is solved.
page-examples = Not sure how to begin? Try one of these
page-examples-1 = The street light in front of our house has been out for three days
page-examples-2 = Can somebody go with my mother to the clinic on Thursday?
page-examples-3 = Water is coming up through the road at the bus station
page-examples-4 = My residence permit is running out, how do I renew it?

page-placeholder = Write what it is about
page-send = Send
page-photo = Add a picture
page-photo-alt = Picture
page-photo-remove = Remove the picture
page-photo-large = This picture is too large. Please choose a smaller one (up to 10 MB).
page-pin = Send my place
page-place = My place
page-pin-finding = Looking where you are…
page-pin-denied = Your browser did not tell us where you are. You can write it instead: a street and number, or what is close by.

page-offline = No connection. Keep writing: it will be sent as soon as it is back.
page-sending = Sending…
page-not-sent = Not sent yet
page-retry = Try again
page-typing = Manyhands is writing
page-new-message = New message

page-today = Today
page-yesterday = Yesterday
page-you = You
page-chosen = chosen
page-status = How is { $ref } going?
page-reply = Write about { $ref }
page-about = About { $ref }
page-reply-drop = Not about this ticket

page-menu = Menu
page-my-tickets = My tickets
page-help = What can I ask?
page-language = Language
page-privacy = What you write is seen only by those who work on it. Please send no passwords or card numbers.
page-log = Conversation
page-to-box = Go to the message box

page-too-fast = That was very fast. Please wait a moment and try again.
page-too-long = This is too long for one message. Please send it in two.
page-reload = Please reload the page and try again.

## The menu of a messaging app

command-help = What I can do
command-status = My tickets
command-tasks = Free tasks for volunteers
command-queue = Tickets that lie with you
command-digest = How the city stands
command-language = 中文 / English
command-stop = Drop what we are doing
share-place-here = You can also send your location with the button below.

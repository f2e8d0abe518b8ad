# English. Short, warm, plain; each message says what happens next.

## Greeting and help

welcome-resident =
    Hello! Tell me what is wrong or what you need in { $city }, in your own words. For example: “The street lamp at Oak Road 12 has been out for three days.”
    I'll find whoever takes care of it, and tell you every step.
welcome-volunteer = Hello, and thank you for helping in { $city }! Write “tasks” to see what is free now. When something new comes in, I'll write to you.
welcome-responder = Hello! New tickets come to you here, with buttons. Write “queue” to see what is with you now. To say something about a ticket, just reply to its message.
welcome-coordinator = Hello! Write “queue” to see what needs your decision, or “digest” to see how the city stands.
help-resident =
    Write what is wrong or what you need, and I open a ticket with whoever takes care of it. A photo or your location helps.

    You can also write:
    · “how is my ticket?” or “my tickets”
    · “cancel” or “still broken”
    · “I want to talk to a person”
    · “I want to volunteer”
    · “中文” to speak Chinese
help-volunteer =
    Write “tasks” to see what is free, and claim one with its button. From then on it is yours alone.
    “done” finishes it, “I can't make it” gives it back. “my times” changes when and where I ask you.
    If you need something yourself, just tell me.
help-responder =
    Write “queue” to see your tickets. Each has its buttons: “Accept”, “Not ours”, “Ask”, “Done”.
    You can also reply to a ticket's message in your own words: “on our way”, “which entrance?”, “fixed”.
    “digest” sums up the day.
help-coordinator =
    Write “queue” to see what needs your decision, or “digest” to see how the city stands.
    “Accept” makes a ticket yours: you can then ask, send updates, finish it or pass it on. “Change kind” sends it to whoever takes care of that, “Assign” to whom you choose, and “Refuse” ends what is no matter for the city.
    “people” shows who takes part, “invite” brings somebody in.
goodbye = Take care! Write any time you need something.
thanks-back = You're welcome! Write any time something comes up.
chitchat = I'm a city assistant: not much of a talker, but good with broken lamps. What can I get done for you?
out-of-scope = I'm afraid I can't help with that. I can report what is broken, find help in the neighbourhood, and tell you how your tickets stand.
privacy =
    I keep what you send me and your tickets, so that things get done.
    Whoever works on a ticket sees its words, pictures and place, but not your name or account.
    When somebody needs help at home, only the person who takes the task sees the exact address.
    I keep messages for { $messages_for }, pictures for { $photos_for } after a ticket has ended, and who you are for { $people_for } after you last wrote.
    You can have a copy of it all, or be forgotten, whenever you like.
comes-later = I can't do that yet; it is still being built. If it can't wait, I can bring in a person.
joined-volunteer = Welcome to the volunteers! When somebody needs help, I'll write to you. Write “tasks” to see what is free now.
joined-responder = You now answer for { $responder }. New tickets come to you here; write “queue” to see what is there already.
joined-coordinator = You are now a coordinator. Write “queue” to see what needs your decision, or “digest” to see how the city stands.
code-unknown = This invitation doesn't work: it has been used already or is too old. Please ask for a new one.

## What was not understood

empty-message = That message had no words. Just write what is wrong or what you need.
only-emoji = Noted! If you need something done, tell me in a few words.
too-long = That was long. I can read { NUMBER($limit) } characters at a time, so I took the beginning. If something important came later, please send it once more by itself.
slash-order = The only slash commands I know are those in the menu. Just write it in your own words.
tap-unknown = This button no longer works. Just write what you'd like to do.
unsupported = I can't read this kind of message yet. Please write it, or send a photo.
bad-photo = I can't open this picture. Please send it as a normal photo (JPEG or PNG).
photo-too-large = This picture is too large. Please send a smaller one (up to 10 MB).
photo-lost = Your picture did not arrive. Please send it once more.
language-not-spoken = I don't speak that language yet, but I do speak English.
not-understood = Sorry, I'm not sure what you mean. Could you say it in other words? If a button below fits, just tap it.
kept = Please give me a moment. Your message is safe, and the answer comes here by itself; no need to send it again.
language-which = Which language shall we speak?
language-set = All right, English from now on.
stopped = All right, I've dropped that. Write any time you need something.

## Danger

emergency =
    If anyone is in danger, please call right now:
    { $numbers }
    Get to safety first, and don't wait for an answer here. I'm treating this as urgent.
care =
    I'm really glad you wrote. You don't have to go through this alone. Somebody is there to listen right now:
    { $numbers }
    If you'd like a person here to write to you, tell me “I want to talk to a person”.
emergency-number = { $number } · { $name }

## Questions

ask-category = What is it about? A word or two is enough.
ask-which-kind = So that it reaches the right people at once: what is it about most? Tap one, or tell me a little more.
ask-place = Where is it? Write the address or what is nearby, or send your location.
ask-place-again = I can't find that on the map. Is there a street, an estate or a landmark nearby? You can also send your location. Whatever you write next, I'll pass on just as it is.
place-which = There are several places of that name. Which one do you mean?
place-outside = That place is outside { $city }, so I can't help there. Which place in the city do you mean?
place-kept = Noted: { $spot }. What is wrong there, or what do you need?
photo-kept = Got the picture. What does it show, and where is it?
ask-words = { $verb ->
    [add_note] What would you like to add?
    [answer] Please write your answer, and I'll pass it on.
    [ask_resident] What would you like to ask? I'll pass it on to the resident.
    [progress] How is it going? I'll tell the resident.
    [decline] Why should somebody else take it? One sentence is enough.
    [follow_ticket] Which ticket is it? Write its number, such as K7Q-4M2. If you have none, just tell me what is wrong and where.
    [file_words] What should it say instead?
   *[other] Please tell me in a sentence.
}
words-missing = That message had no words. Please tell me in a sentence.

## Tickets: to the resident

ticket-opened =
    Ticket { $ref } is open: { $category }
    Where: { $spot }
    { $behalf }
    Who: { $why }
    When: you should hear by { $answer_by }; it should be done by { $due }.
ticket-moved = { $ref } ({ $category }) has been passed on. { $why }
ticket-accepted =
    Good news: { $by } is taking care of { $ref } ({ $category }).
    Due: { $due }
ticket-claimed = Good news: { $by } is taking care of { $ref } ({ $category }). If they need to know more, they'll ask you here.
ticket-back = The volunteer for { $ref } ({ $category }) can't make it after all. I'm looking for somebody else, and will tell you as soon as I find them.
ticket-progress = News on { $ref } ({ $category }) from { $by }: “{ $note }”
ticket-asked =
    A question about { $ref } ({ $category }) from { $by }:
    “{ $question }”
    Tap “Answer”, or just write it here.
ticket-resolved =
    { $ref } ({ $category }) is done, says { $by }.
    Where: { $spot }
    Is it solved?
ticket-resolved-words =
    { $ref } ({ $category }) is done, says { $by }: “{ $note }”
    Where: { $spot }
    Is it solved?
ticket-reopened = Thank you for telling me. { $ref } ({ $category }) is open again, one step higher. { $why }
ticket-late = { $ref } ({ $category }) is taking longer than promised. I'm sorry. I've sent { $by } a reminder and stay on it until it is done.
ticket-closed-quietly = I haven't heard from you, so I'm closing { $ref } ({ $category }). If it isn't solved, write “still broken” and I'll open it again.
ticket-cancelled = { $ref } ({ $category }) is cancelled. Thank you for telling me: it saves somebody the work.
ticket-undone = Undone: { $ref } is cancelled, and nobody will come because of it.
ticket-line = { $ref } · { $category } · { $spot } · { $state }
queue-line = { $ref } · { $category } · { $spot } · { $urgency } · { $state } · due { $due }
place-changed =
    Corrected. The place of { $ref } is now: { $spot }
    { $why }
kind-changed =
    Corrected. { $ref } is now about: { $category }
    { $why }
kind-changed-by-staff = { $ref } is now “{ $category }” and is with whoever takes care of that.
which-kind = Which of these is { $ref } about?
status =
    { $ref }: { $category }
    Where: { $spot }
    { $behalf }
    Now: { $state }, with { $by }
    Last: { $last }
    Due: { $due }
status-end =
    { $ref }: { $category }
    Where: { $spot }
    Now: { $state }
    Last: { $last }
tickets =
    Your tickets:
    { $lines }
tickets-followed = You follow:
no-tickets = You have no tickets yet. Just write what is wrong or what you need.
note-added = Added to { $ref }, thank you.
answer-passed = Thank you. I've passed your answer on, and the work on { $ref } goes on.
person-called = I've asked a person to look at this. They'll answer you here, usually within four hours. Your ticket is { $ref }.
person-called-already = A person has this already and will answer you here. Your ticket is { $ref }.
rate-solved = Is { $ref } ({ $category }) solved?
rate-contacted = Glad to hear it! Did anyone get in touch with you about { $ref } while it was open?
rate-stars = How satisfied are you with the way { $ref } was handled? 1 is not at all, 5 is very.
rate-thanks = Thank you! Your answers show everybody what works and what doesn't yet.

## Why

why-nearest = { $responder } takes care of this in { $area }.
why-responsible = { $responder } takes care of this.
why-free = { $responder } can take it on now; { $nearer } has its hands full.
why-answers = { $responder } usually answers sooner; { $nearer } is nearer but seldom free.
why-open = { $responder } is there sooner; { $nearer } is closed now.
why-volunteers = Volunteers nearby can help soonest. I'm asking them now.
why-last = { $responder } takes on what others can't, and has it now.
why-coordinator = A coordinator is deciding who takes it.
why-asked-for-person = A person was asked for.
why-declined = { $responder } passed it on.
why-no-answer = There was no answer in time.

## Hands and places

by-responder = { $responder }
by-volunteer = { $name } (volunteer)
by-neighbour = a volunteer
by-volunteers = the volunteers
by-coordinator = the coordinator
spot-both = { $place } ({ $area })
spot-place = { $place }
spot-area = { $area }
spot-none = no place given

## To responders

offer-responder =
    New ticket { $ref }: { $category }
    Where: { $spot }
    Urgency: { $urgency }
    “{ $text }”
    { $details }
    { $behalf }
    { $following }
    { $why }
    Please answer by { $answer_by }.
offer-coordinator =
    Your decision, please. { $ref }: { $category }
    Where: { $spot }
    Urgency: { $urgency }
    “{ $text }”
    { $details }
    { $behalf }
    { $following }
    { $why }
    Please decide by { $answer_by }.
alert-emergency =
    DANGER TO LIFE! { $ref }: { $category }
    Where: { $spot }
    “{ $text }”
    { $details }
    { $behalf }
    It is with { $by }. Please make sure that help is on its way.
accepted-yours =
    { $ref } is yours: { $category }
    Where: { $spot }
    Due: { $due }
    { $details }
    The resident has been told.
accepted-already = { $ref } is already yours.
decline-why = Why should somebody else take { $ref }? It is passed on at once.
declined = Thank you. { $ref } has been passed on.
cannot-decline = Your office stands behind { $ref }: after you there is nobody, so it can't be declined. If you need to, accept it first and then pass it on.
asked = I've asked the resident. { $ref } waits for the answer, two days at most.
answer-came = The resident's answer on { $ref }: “{ $note }”
answer-missing = The resident of { $ref } has not answered. Please go on with what you know.
progress-told = I've told the resident of { $ref }.
resolved = Thank you! I'm asking the resident of { $ref } whether it is solved.
note-new = New on { $ref }: “{ $note }”
note-photo = A picture was added to { $ref }.
owner-changed =
    { $ref } has been corrected: { $category }
    Where: { $spot }
    It stays with you.
owner-cancelled = The resident has cancelled { $ref } ({ $category }). There is nothing left to do; please don't go there.
owner-reopened = The resident says that { $ref } is not solved. It has gone one step higher; you need do nothing more.
owner-confirmed = The resident confirms that { $ref } is solved. Thank you!
owner-word =
    The resident of { $ref } ({ $category }) has not been told how it is going. A short word now is enough.
    Where: { $spot }
owner-soon =
    { $ref } ({ $category }) should be solved by { $due }. If you can’t make it, please tell the resident.
    Where: { $spot }
owner-late =
    { $ref } ({ $category }) is late. Please let the resident know how it is going.
    Where: { $spot }
late-alert =
    { $ref } ({ $category }) is late. It is with { $by }.
    Where: { $spot }
triage-waits =
    { $ref } ({ $category }) is still waiting for your decision.
    { $why }
queue =
    With you now: { $count }
    { $lines }
queue-empty = Nothing is waiting for you. Well done!
status-staff =
    { $ref }: { $category }
    Where: { $spot }
    Urgency: { $urgency }
    Now: { $state }
    Due: { $due }
    “{ $text }”
    { $pictures }
    { $details }
    { $behalf }
    { $following }
    { $why }

## To volunteers

offer-volunteer =
    Somebody needs help. { $ref }: { $category }
    Where: { $spot }
    “{ $text }”
    { $details }
    { $behalf }
    Can you do it? Please answer by { $answer_by }.
claim-yours =
    { $ref } is yours: { $category }. Thank you!
    Where: { $spot }
    “{ $text }”
    { $details }
    { $behalf }
    It is kept for you until { $until }; nobody else will go. Tap “Done” when you have finished.
claim-taken = { $ref } is taken already. Thank you for being ready!
claimed-already = { $ref } is already yours.
claim-full = You have three tasks in hand already. Please finish one first, or give one back.
claim-instead = { $ref } is with the volunteers now, so there is nothing for you to accept.
own-ticket = { $ref } is your own request, so somebody else will take it.
given-back = { $ref } is free for others again. Thank you for saying so in time.
lease-ended = Your time for { $ref } is up, so it is free for others again. If you are still at it, claim it once more.
tasks =
    { $lines }
    { $count ->
        [0] Nothing else is free just now.
       *[other] To take one, tap its button.
    }
task-line = { $ref } · { $category } · { $spot } · { $urgency }
task-line-yours = { $ref } · { $category } · { $spot } · yours
no-tasks = Nothing is free just now. When somebody needs help, I'll write to you.

## Refusals

no-such-ticket = I can't find a ticket { $ref } of yours. Please check the reference; “my tickets” shows yours.
nothing-there = { $verb ->
    [claim] Nothing is free just now. When somebody needs help, I'll write to you.
   *[other] I can't see a ticket that this could be about. If there is one, please add its reference.
}
which-ticket =
    Which one do you mean?
    { $lines }
moved-on = { $ref } has been passed on, so there is nothing left for you to do.
cannot-now = { $ref } is { $state }, so that can't be done now.
not-for-role = Only { $role } can do that. If you'd like to join them, write “I want to talk to a person”.

## Digest

digest =
    How things stand: { $waiting } waiting{ $late ->
        [0] {""}
       *[other] , { $late } late
    }
    New: { $new } · Solved: { $solved }
    { $lines }
digest-quiet = Nothing new, nothing waiting, nothing late. A quiet day.
digest-by-category =
    {""}
    By kind
digest-by-area =
    {""}
    By area
digest-category = · { $category }: { digest-counts }
digest-area = · { $area }: { digest-counts }
digest-nowhere = · no place given: { digest-counts }
digest-counts = { $waiting } waiting{ $late ->
        [0] {""}
       *[other] , { $late } late
    }{ $new ->
        [0] {""}
       *[other] , { $new } new
    }{ $solved ->
        [0] {""}
       *[other] , { $solved } solved
    }
digest-urgent =
    {""}
    Most urgent
digest-when = At what hour would you like your daily digest?
digest-set = All right. Your digest comes every day at { $hour }:00 ({ $zone }).
zone-unknown = I don't know the time zone “{ $zone }”. Please write it like this: Europe/London.

## Last events

event-offer = passed on { $at }
event-triage = passed to a coordinator { $at }
event-accept = accepted { $at }
event-claim = taken by a volunteer { $at }
event-decline = handed on { $at }
event-unanswered = no answer, so passed on { $at }
event-give_back = given back { $at }
event-lease_ended = free again since { $at }
event-ask_resident = a question was asked { $at }
event-answer = the question was answered { $at }
event-no_answer = going on without an answer since { $at }
event-progress = news came { $at }
event-resolve = reported as done { $at }
event-close = closed { $at }
event-reopen = opened again { $at }
event-cancel_ticket = cancelled { $at }
event-refuse = refused { $at }
event-merge = joined with another ticket { $at }
event-change = corrected { $at }
event-note = something was added { $at }
event-rate = rated { $at }
event-remind = a reminder was sent { $at }
event-late = a reminder was sent { $at }

## Codes

state-new = new
state-triage = waiting for a decision
state-offered = waiting to be accepted
state-accepted = accepted
state-in_progress = being worked on
state-waiting_for_resident = waiting for the resident's answer
state-resolved = reported as done
state-closed = closed
state-cancelled = cancelled
state-refused = refused
state-merged = joined with another ticket
urgency-emergency = danger to life
urgency-high = urgent
urgency-normal = normal
urgency-low = no hurry
role-resident = residents
role-volunteer = volunteers
role-responder = the staff of an organisation
role-coordinator = coordinators
kind-government = government
kind-enterprise = company
kind-ngo = charity

## Times

time-today = today at { $clock }
time-tomorrow = tomorrow at { $clock }
time-yesterday = yesterday at { $clock }
time-weekday = { $weekday } at { $clock }
time-next-week = { $weekday } at { $clock }
time-date = { $day } { $month_name } at { $clock }
time-year = { $day } { $month_name } { $year } at { $clock }
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
tap-place-of = It's for { $number }
tap-change-kind = Change kind
tap-undo = Undo
tap-add-note = Add something
tap-cancel = Cancel ticket
tap-answer = Answer
tap-solved = Yes, solved
tap-not-solved = No, not solved
tap-reopen = It's not solved
tap-yes = Yes
tap-no = No
tap-stars = { $count } ★
tap-accept = Accept
tap-decline = Not ours
tap-hand-on = Pass on
tap-ask = Ask
tap-progress = Send an update
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
tap-digest-time = Change the hour
tap-hour = { $hour }:00
tap-my-tickets = My tickets
tap-language = 🌐 Language
tap-share-place = Send my location
tap-place = { $place }
tap-skip-place = Without a place
tap-stop = Never mind

## Buttons below what was not understood: what it may have meant

tap-do-accept = Accept a ticket
tap-do-add_note = Add something to a ticket
tap-do-ask_resident = Ask the resident something
tap-do-ask_status = Ask how a ticket stands
tap-do-cancel_ticket = Cancel a ticket
tap-do-change_kind = Change what a ticket is about
tap-do-change_place = Change the place of a ticket
tap-do-claim = Take a task
tap-do-decline = Say that a ticket is not ours
tap-do-digest_now = See the digest
tap-do-done = Say that a task is done
tap-do-give_back = Give a task back
tap-do-help = See what I can ask
tap-do-list_tasks = See the free tasks
tap-do-list_tickets = See my tickets
tap-do-privacy = What happens to what I write
tap-do-progress = Send the resident an update
tap-do-queue = See my queue
tap-do-rate = Say how satisfied I am
tap-do-reopen = Say that it isn't solved
tap-do-resolve = Report a ticket as done
tap-do-set_language = Change the language
tap-do-talk_to_human = Talk to a person

## The chat page

page-language-name = English
page-direction = ltr

page-title = Manyhands 众手
page-greeting = What can I do for you?
page-lead = Tell me what is broken, or where help is needed. I find whoever is responsible and nearest, and stay with it until it is solved.
page-examples = Not sure how to begin? Try one of these
page-examples-1 = The street light in front of our house has been out for three days
page-examples-2 = My mother broke her leg. Can somebody bring her lunch this week?
page-examples-3 = The gym has closed, and there was money left on my card
page-examples-4 = My residence permit is running out. How do I renew it?

page-placeholder = Write what it is about
page-send = Send
page-photo = Add a picture
page-photo-alt = Picture
page-photo-remove = Remove the picture
page-photo-large = This picture is too large. Please choose a smaller one (up to 10 MB).
page-pin = Send my location
page-place = My location
page-pin-finding = Finding where you are…
page-pin-denied = Your browser didn't tell us where you are. You can write it instead: the street and number, or what is nearby.

page-offline = No connection. Keep writing: it is sent as soon as you are back online.
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
page-privacy = What you write is seen only by those who work on it. Please don't send passwords or card numbers.
page-log = Conversation
page-to-box = Go to the message box

page-too-fast = That was very fast. Please wait a moment and try again.
page-too-long = This is too long for one message. Please send it in two.
page-reload = Please reload the page and try again.

## The menu of a messaging app

command-help = What I can do
command-status = My tickets
command-tasks = Free tasks for volunteers
command-language = 🌐 Language
command-stop = Drop what we are doing

## Questions

faq = { $faq }
    Did this help?
tap-faq-yes = Yes, thanks
tap-faq-ticket = No, ask somebody
faq-which = I may have an answer to that. Is it one of these?
faq-unknown = I have no ready answer to that. I can pass your question on to somebody who knows.
faq-glad = Good! Write any time something else comes up.
tap-topic = { $topic }

## Groups, edited messages, contacts

group-hello = Hello! Mention me, reply to me or use a command, and I'll answer; everything else I leave alone. If this is an organisation's own group, one of its staff can write /desk, and its new tickets come here.
desk-opened = From now on, new tickets for { $responder } come to this group, once for everybody. Whoever taps a button acts in their own name and goes on in their own chat with me. “/desk off” ends this.
desk-opened-volunteers = From now on, when somebody needs help, I'll say so in this group. Whoever taps first has the task, and gets the exact place in their own chat with me. “/desk off” ends this.
desk-closed = All right: new tickets no longer come to this group, but to each person again.
desk-which = Whose tickets should come to this group? Tap it, or write /desk with the short name of an organisation or with an invitation.
desk-none = No tickets come to this group, so there is nothing to end.
desk-only-in-group = That is for groups. Add me to one, and write /desk there.
desk-lost = I can no longer write in the group “{ $name }”, so its tickets go to each person again. To change that, let me back in and write /desk there.
group-lost = I can no longer write in the group “{ $name }”. If you need me there, let me back in and allow me to send messages.
told-alone = I've answered you in our own chat.
open-me-first = Please open a chat with me first: tap my name, then “Start”. After that, try again here.
goes-on-alone = It goes on in our own chat.
reply-here = Please reply to this message.
tap-taken = { $name } is on it
tap-taken-by-one = Taken
tap-desk = { $responder }
tap-desk-volunteers = The volunteers
command-desk = Receive tickets in this group

edit-note = I read a message as soon as it comes, so { $ref } has your first version. Shall I add the new words to it?
edit-late = I've already read your first version and am going on with it. If something important has changed, please write it once more.
tap-add-edit = Add the new words
no-contact = I don't need contact cards and haven't kept this one; just write what it is about.

## A person to talk to

person-called-off-duty = Nobody is on duty just now. The coordinators are back { $at }; I've kept your words for them as ticket { $ref }, and they answer you here.
relay-waiting =
    I'm calling { $by } for you. { $count ->
        [1] You're next in line.
       *[other] You're number { $count } in line.
    } The answer comes right here.
    You can go on writing meanwhile: whoever answers reads all of it.
    To leave the line, tap “End” or write “bye”.
relay-waiting-urgent =
    I'm calling { $by } for you right now; they'll write to you here. You can go on writing: they read all of it.
    Your ticket is { $ref }.
relay-kept = Noted: whoever answers will read it. { $count ->
        [1] You're next in line.
       *[other] You're number { $count } in line.
    }
relay-next = You're next in line now. Just a little longer.
relay-open =
    You're now talking with { $by }, who has what you wrote so far. Whatever you write goes straight to them.
    To end it, tap “End” or write “bye”.
relay-going-on = You're talking with { $by } already: whatever you write goes straight to them.
relay-words = { $by }: { $text }
relay-danger =
    DANGER TO LIFE?
    { $by }: { $text }
relay-sent = To { $by }
relay-left = All right, you're out of the line. { $last }
relay-ended = The conversation with { $by } has ended. { $last }
relay-ended-by =
    { $by } has ended the conversation.
    “{ $text }”
    { $last }
relay-quiet = It has been quiet for half an hour, so I've closed the conversation with { $by }. { $last }
relay-one-tap = If there is still something to do, one tap makes it a ticket.
relay-goes-on = It goes on as ticket { $ref }.
relay-nobody =
    I'm sorry: nobody was free in the last quarter of an hour, so you needn't wait any longer.
    I've kept all you wrote as ticket { $ref }. A person answers you here by { $answer_by }.
relay-still-calling = I'm still calling, and somebody will write to you here. If waiting gets too hard, please call one of the numbers I sent you: someone is there to listen right now.
relay-over = That conversation has ended, so this was not passed on. If you'd like to talk again, write “I want to talk to a person”.
relay-closed = That conversation is over already.
relay-none = You aren't talking with a person just now. If you'd like to, tap below.
relay-ticket-already = It is ticket { $ref } already.
relay-waits =
    { $by } would like to talk to a person:
    “{ $text }”
    About: { $ref }
relay-waits-urgent =
    DANGER TO LIFE! { $by } needs a person right now:
    “{ $text }”
    Ticket: { $ref }
relay-waits-on = Still waiting: { $count }. Next in line: { $by }
relay-called = { $by } was waiting to talk to a person. { $last }
relay-has-it = { $by } has it.
relay-gone = They are no longer waiting.
relay-is-ticket = It is ticket { $ref } now.
relay-taken = { $by } has it already. Thank you for being ready!
relay-take-first = Nobody is talking with { $by } yet, so this was not passed on. Tap “Take it”, then write it once more.
relay-own = This is your own call, so somebody else will take it.
relay-yours =
    You're now talking with { $by }. Whatever you write goes straight to them; buttons and slash commands work as always.
    With several conversations, reply to the message you mean. To end this one, tap “End” or write /end.
relay-turned = What you write now goes to { $by }.
relay-named = { $name } · { $number }
relay-neighbour = Resident { $number }
relay-somebody = a coordinator
relay-somebody-says = The coordinator
tap-take-relay = Take it
tap-end-relay = End
tap-relay-ticket = Make a ticket
tap-relay-turn = Answer

## The rights of a person

span-days = { $count ->
    [one] one day
   *[other] { $count } days
}
span-months = { $count ->
    [one] one month
   *[other] { $count } months
}
span-years = { $count ->
    [one] one year
   *[other] { $count } years
}
tap-export = Send me my data
tap-forget = Forget me
tap-do-export_data = Get a copy of my data
tap-do-forget_me = Have my data deleted
export-started = I'm putting together everything I keep about you. The file comes here by itself in a moment.
export-ready = Here is everything I keep about you. Begin with “README.txt” inside. My copy is deleted { $until }.
export-again = You asked for this less than an hour ago, so here is the same file again.
export-underway = Your file is still being made. It comes here by itself.
export-readme =
    Everything that Manyhands 众手 keeps about you, as of { $date }.

    my-data.json: who you are to us and where we reach you, what you wrote and what we answered, your tickets with their history and your ratings, your roles, and what the part that understands your sentences has noted. Any text editor opens it.
    pictures: the pictures you sent.

    Left out: who other people are, and what we told you about other people's tickets if you work on them.
    { $count ->
        [0] No picture had to be left out.
        [one] One picture did not fit in. Write “I want to talk to a person” to get it, too.
       *[other] { $count } pictures did not fit in. Write “I want to talk to a person” to get them, too.
    }

    If something here is wrong, write to us. If you'd like us to forget you, write “delete my data”.
file-over = This file is no longer here. Write “send me my data”, and I'll make a new one.
page-file = Download
forget-sure =
    Shall I forget you? Your messages, your name and account, and your roles are deleted. This can't be undone.
    Your tickets stay, without you, so that the work can go on. Open requests for help at home are called off, and tasks in your hands go to others.
tap-forget-sure = Yes, forget me
tap-forget-not = No, keep my data
forgotten = It's done: I no longer know who you are. If you write again, we begin as strangers, and you are welcome.
forgotten-before = That was done before; nothing from that time is left here.
resident-forgotten = Whoever reported { $ref } has had their data deleted, so there is nobody to ask. Please go on with what you know.
talk-forgotten = Whoever you were talking with has had their data deleted, so that conversation is over.
event-forget = personal data deleted { $at }

## What a category asks besides

ask-detail = { $city_question }
ask-at-door = How will they notice when somebody comes?
tap-detail = { $city_answer }
tap-skip = Skip
tap-door-ring = They hear the bell
tap-door-knock = Knock loudly, please
tap-door-write = Write to me first
detail-line = { $city_question } { $city_answer }
detail-words = { $city_question } “{ $note }”
detail-new =
    New on { $ref } ({ $category }):
    { $details }
    Urgency: { $urgency }
door-ring = At the door: please ring the bell.
door-knock = At the door: please knock loudly.
door-write = At the door: please write to whoever reported it before you come.
door-words = At the door: “{ $note }”

## For somebody else

for-another = Of course, { $meant }. What is wrong there, and where?
for-another-noted = Noted: { $meant }.
whom-own = for your { $whom }
whom-other = for somebody else
behalf-own = For: your { $whom }
behalf-own-other = For: somebody else
behalf-theirs = Reported for somebody else: the writer's { $whom }.
behalf-other = Reported for somebody else, not for the writer.
whom-mother = mother
whom-father = father
whom-parents = parents
whom-grandmother = grandmother
whom-grandfather = grandfather
whom-wife = wife
whom-husband = husband
whom-child = child
whom-sibling = brother or sister
whom-relative = relative
whom-neighbour = neighbour
whom-friend = friend
whom-colleague = colleague

## Taken down by staff for somebody without an account

file-go-ahead = Go ahead: what does the person say? Write it as they say it.
file-read-back =
    Please read this back to the person:
    { $category }
    Where: { $spot }
    “{ $text }”
    { $details }
    Urgency: { $urgency }
    { $behalf }
    Is that right? Nothing is sent before you say so.
file-which-kind = What is it about?
file-dropped = Dropped. Nothing has been kept.
file-gone = This draft is gone: it was sent or dropped, or is more than a day old.
filed =
    For the person to take along:
    Ticket { $ref }: { $category }
    Where: { $spot }
    Who: { $why }
    When: an answer by { $answer_by }; done by { $due }.
    To ask how it stands, they give this number to any of you. The news come to you here; please pass them on.
filed-resolved =
    { $ref } ({ $category }), which you took down, is done, says { $by }. Please tell the person.
    If they say that it is not solved, tap “It's not solved” in its status, or write “still broken { $ref }”.
filed-closed = { $ref } ({ $category }), which you took down, is closed now.
source-walk_in = Taken down by staff at the counter; what you ask goes to them.
source-phone = Taken down by staff on the phone; what you ask goes to them.
tap-file-for = Take a report down
tap-file-right = That is right
tap-file-words = Change the words
tap-file-drop = Drop it

## Following somebody else's ticket

follow-which = Which ticket would you like to follow? Write its number, such as K7Q-4M2.
follow-none = I can't find an open ticket of that number that others can follow. Please check it. If the same thing is wrong at your place, just tell me where, and I'll open a ticket for you.
follow-own = { $ref } is yours already: you hear every step of it here.
followed = You now follow { $ref } ({ $category }): { $state }, with { $by }. I'll tell you how it goes.
followed-already = You follow { $ref } ({ $category }) already: { $state }, with { $by }.
followed-news =
    News on { $ref } ({ $category }), which you follow: { $state }, with { $by }
    Where: { $spot }
    Due: { $due }
followed-end = { $ref } ({ $category }), which you followed, is over: { $state }.
unfollowed = All right, no more news on { $ref }.
following = { $count ->
    [one] One person follows this.
   *[other] { $count } people follow this.
}
tap-unfollow = Stop following

## Spoken to simply

simple-on = All right: large letters, few choices, one thing at a time. To go back, tap below.
simple-off = All right, everything is as it was before.
tap-simple-on = Back to normal
tap-simple-off = Large and simple
tap-more = More choices
more-choices = Here are the other choices.
more-lines = … and { $count } more
simple-ask-place = Where is it?
simple-ask-place-again = I can't find that. What is nearby?
simple-help-resident = Tell me what is wrong, or what you need. I find somebody who helps.
simple-not-understood = Sorry, I did not understand. Please say it in other words.
simple-place-changed = Done. The place of { $ref } is now: { $spot }
simple-privacy =
    I keep what you write, so that things get done.
    Who helps you sees it, but not your name.
simple-status =
    { $ref }: { $category }
    Now: { $state }
    Due: { $due }
simple-ticket-opened =
    Done. Your ticket is { $ref }.
    { $category }, { $spot }
    { $behalf }
    You hear from me by { $answer_by }.
simple-ticket-reopened = Thank you. { $ref } is open again.
simple-welcome-resident = Hello! What is wrong, or what do you need? Just tell me.

## The digest, by sentence

digest-set-days =
    All right. Your digest comes at { $hour }:00 ({ $zone }), but not on:
    { $days }
digest-set-hour = All right. It leaves on the full hour, so your digest comes at { $hour }:00 ({ $zone }).
digest-off = All right, no more daily digest. “Digest” still shows it to you at any time.
digest-day = · { $weekday }
tap-digest-on = Send it again every day

## The chat page: large letters

page-simple = Large letters, few choices

## Figures, and what officials should look at

passing =
    {""}
    Passed on or left unanswered, last 30 days
passing-line = · { $responder } passed on { $declined } of { $asked } tickets{ $unanswered ->
        [0] {""}
       *[other] {" "}and left { $unanswered } unanswered
    }. Is it still the right one to ask?
passing-line-reason = · { $responder } passed on { $declined } of { $asked } tickets{ $unanswered ->
        [0] {""}
       *[other] {" "}and left { $unanswered } unanswered
    }, most often because: { $reason }. Is it still the right one to ask?
passing-round = · { $count ->
        [one] One ticket goes round in circles: it
       *[other] { $count } tickets go round in circles: each
    } came back to hands that had it before, or was passed on three times or more.
rates-month =
    {""}
    The last 30 days
rates-without = · Solved without the government: { $without_rate }
rates-took-others = · Median time until others had solved it: { $hours } h
rates-took-government = · Median time until the government had solved it: { $hours } h
rates-three =
    · Got in touch: { $contacted_rate }
    · Solved: { $solved_rate }
    · Satisfied: { $satisfied_rate }
    · Residents who gave no answer: { $silent } of { $done }
share = { $percent }% ({ $yes } of { $of })
share-sure = { $percent }% ({ $yes } of { $of }; the truth is likely between { $low } and { $high }%)
share-few = { $yes } of { $of } (too few answers for a percentage)
share-none = no answers yet
odd =
    {""}
    Worth a look
odd-at-once = · { $by }: one person finished { $count } tickets within ten minutes
odd-copied = · { $by }: one person finished { $count } tickets with the very same words
odd-reopened = · { $by }: { $count } times residents said “not solved” within a day of “done”
stats =
    The last 30 days. Called done: { $done }
    { $lines }
stats-own =
    Your organisation in the last 30 days. Called done: { $done }
    { $lines }
stats-none = Nothing was called done in the last 30 days, so there is nothing to count yet. As soon as something is, you will see it here.
stats-by = · { $by }: { stats-shares }
stats-category = · { $category }: { stats-shares }
stats-area = · { $area }: { stats-shares }
stats-nowhere = · no place given: { stats-shares }
stats-shares =
    called done { $done }, without an answer { $silent }
    – got in touch: { $contacted_rate }
    – solved: { $solved_rate }
    – satisfied: { $satisfied_rate }
tap-stats = Figures
tap-by-responder = By organisation
tap-by-category = By kind
tap-by-area = By area

## The same as another, and parts

same-others =
    { $count ->
        [1] A neighbour has
       *[other] { $count } neighbours have
    } already told me of something like this ({ $opened }): { $ref }, { $category }
    Where: { $spot }
    With: { $by }
    Is it the same? If I don't hear from you in five minutes, I'll open a ticket of your own.
same-own =
    You have told me of something like this already ({ $opened }): { $ref }, { $category }
    Where: { $spot }
    Is it the same? Then I'll add your new words. If I don't hear from you in five minutes, I'll open a new ticket.
same-gone = That question is no longer open. “my tickets” shows you how everything stands.
tap-same = Yes, follow it
tap-same-own = Yes, add it there
tap-not-same = No, something else
twin-hint =
    { $ref } may be about the same thing as another ticket. If so, one tap joins them.
    { $number } · { $category } · { $spot }
merge-which = Which of these is about the same thing as { $ref }?
merge-none = I see no other open ticket about the same thing as { $ref }.
merge-same = { $ref } and { $number } are one already.
merge-parts = { $ref } has parts that are still open, so it can't be joined with another ticket yet.
merge-never = { $ref } can't be joined with that one: parts, and requests of a private kind, go their own ways.
merged = Joined: { $ref } is now one with { $number }, and whoever reported it hears how that goes.
merge-words = { $number } was about the same thing and is now one with { $ref }: “{ $text }”
owner-merged = { $ref } was about the same thing as { $number } and is joined with it: nothing more to do on { $ref }.
ticket-merged =
    Somebody had already told us about this: your { $ref } ({ $category }) is now one with { $number }. From here on I'll tell you every step of it.
    Now: { $state }, with { $by }
unmerged = { $ref } stands by itself again and goes to whoever takes care of it.
unmerge-not = { $ref } isn't joined with another ticket.
unmerge-told = { $number } is no longer joined with { $ref }; it goes its own way.
ticket-unmerged = Your { $ref } ({ $category }) is a ticket of its own again. { $why }
split-which = Which part of { $ref } is for somebody else? Words, place and pictures go along.
split-most = { $ref } has ten parts already; no more fit.
split-part = { $ref } is a part of another ticket itself, so it can't be split further.
split-done = Done: { $number } ({ $category }) is now a part of { $ref }, with whoever takes care of that. Is there more?
part-opened = For { $number } I've asked somebody else as well: { $ref } ({ $category }). { $why }
part-done = A part of { $number } is done, says { $by }: { $ref } ({ $category })
parts-open =
    { $ref } still has open parts, so it can't be finished yet:
    { $lines }
parts-done = All parts of { $ref } ({ $category }) are over. If nothing is left to do, please finish it.
event-unmerge = on its own again { $at }
event-parts_done = all parts over { $at }
tap-merge = Join
tap-merge-ref = Join with { $number }
tap-unmerge = Not the same
tap-split = Split
tap-also = Also: { $category }

## The triage queue

triage-line = { $ref } · { $category } · { $spot } · { $urgency } · { $why }
why-assigned = A coordinator has asked { $responder } to see to it.
why-assigned-volunteers = A coordinator has asked volunteers nearby.
why-back = { $responder } could not take it, so a coordinator decides once more.
why-back-volunteers = No volunteer could take it, so a coordinator decides once more.
why-doubted = { $responder } doubts that this is for the city ({ $reason }), so a coordinator takes a look.
why-no-place = Nobody knows yet where it is, so a coordinator takes a look first.
why-hands = It has been through { $count } hands, so a coordinator decides now.
why-nobody-left = Everybody who could be asked has been asked, so a coordinator decides now.
why-no-rule = The city has not named anybody for this yet, so a coordinator decides.
why-unclear = I did not understand it twice in a row, so a person reads it.
why-unread = I could not read it in time, so a person does.
why-appealed = An appeal: the resident asks for another look. It was refused because: { $reason }
why-refused = The city can't take it on. The reason: { $reason }
why-refused-again = Looked at once more, the city still can't take it on. The reason: { $reason }
pictures = { $count ->
    [one] One picture
   *[other] { $count } pictures
}
assign-whom = Who should have { $ref } ({ $category })? The likeliest come first.
assigned = { $ref } is with { $by } now. The resident has been told.
refuse-why = Why is { $ref } no matter for the city? The resident reads the reason, and may ask for another look once.
refused = { $ref } is refused: { $reason }. The resident has been told.
ticket-refused =
    I'm sorry, the city can't take on { $ref } ({ $category }). The reason: { $reason }.
    If you see it differently, tap below: a coordinator then takes another look.
ticket-refused-again =
    I'm sorry. A coordinator has taken another look at { $ref } ({ $category }), and the city still can't take it on. The reason: { $reason }.
    This is final here. If you'd like to complain to a person, tap below or write “I want to talk to a person”.
filed-refused =
    { $ref } ({ $category }), which you took down, has been refused. The reason: { $reason }. Please tell the person.
    If they see it differently, ask for the status of { $ref } and tap “I disagree”: a coordinator then takes another look.
filed-refused-again = { $ref } ({ $category }), which you took down, has been looked at once more and is still refused. The reason: { $reason }. Please tell the person. To complain, write “I want to talk to a person” here.
status-refused =
    { $ref }: { $category }
    Where: { $spot }
    Now: { $state }
    { $why }
    Last: { $last }
appealed = Thank you for telling me. A coordinator takes another look at { $ref } and decides by { $answer_by }. You'll hear it here.
appeal-over = { $ref } has been looked at once more already, and that was final. If you'd like to complain, write “I want to talk to a person”.
tap-assign = Assign
tap-refuse = Refuse
tap-appeal = I disagree
event-assign = a coordinator chose who takes it { $at }
event-appeal = another look was asked for { $at }
rule-broken =
    A rule of the city cannot work: { $category }, { $spot }
    { $lines }
    Tickets go on without it. Please tell whoever looks after the city's data.
rule-gone = · { $responder } is to be asked, but there is no such organisation.
rule-shut = · { $responder } is to be asked, but is never open.
rule-nobody = · No step has anybody to ask.

## People: several roles, invitations, joining, leaving

welcome-many =
    Hello, and good to have you here for { $city }! You wear several hats:
    { $lines }
help-many =
    This is what you can do here:
    { $lines }
    If you need something yourself, just tell me.
can-volunteer = · As a volunteer: “tasks” shows what is free, “my times” changes when I ask you.
can-responder = · For your organisation: “queue” shows its tickets, each with its buttons.
can-coordinator = · As a coordinator: “queue” waits for your decisions, “people” shows who takes part, “invite” brings somebody in.

as-volunteer = volunteer
as-newcomer = volunteer, not yet vetted
as-responder = staff of { $responder }
as-worker = { $responder }, for { $area }
as-coordinator = coordinator
by-person = { $name }

invite-whom = Whom would you like to invite?
invite-which = For which organisation? Tap it, or write its name.
invite-made =
    Here is an invitation for one person: { $what }
    { $lines }
    Or they write me this code: { $code }
    It works once, until { $until }. Whoever has it gets in, so please send it to them alone.
invite-link = { $link }
invite-used = { $name } has used your invitation and has joined us: { $what }
joined-worker = You now look after { $area } for { $responder }. What is reported there comes to you here; write “queue” to see what is waiting already.
code-which = Please send me the code just as it is written.
code-used-by-you = You have used this invitation already, and it worked. There is nothing more to do.
code-too-late = This invitation has run out: it was good for seven days. Please ask for a new one.

skills-which =
    What could you help with? Tap everything that fits, then “That's all”.
    { $lines }
area-which = Where would you like to help? Tap a district, write a place, or send your location.
area-unknown = I can't find that on the map. Please tap a district, or write a street or an estate.
join-asked =
    Thank you for wanting to help! This is what I have noted:
    { $lines }
    A coordinator will have a look soon. Until then I'll write to you about tasks where nobody's home is entered.
join-waits = You're on the list already, and a coordinator will have a look soon. Would you like to change something?
joined-already = You are one of our volunteers already, and we're glad of it. Would you like to change when and where you help?
join-offer =
    { $name } would like to help:
    { $lines }
    Shall we welcome them? Until you say yes they only get tasks without a private address.
join-not-now = Thank you for offering your help. Just now we have enough hands, so I won't write to you about tasks. You are welcome to ask again later.
vet-done = { $name } is a volunteer now, and has been told.
vet-not-now = All right. I have told { $name } kindly that it is not possible just now.
vet-done-already = { $name } has had an answer already, so there is nothing left to do.
not-vetted = { $ref } is at somebody's home, so it goes to volunteers whom a coordinator knows. As soon as you are one of them, you can take such tasks too.

availability-noted =
    Noted. This is how I ask you:
    { $lines }
    Is anything different? Tap it, or just tell me.
availability-which =
    This is how I ask you now:
    { $lines }
    What shall I change? Tap it, or tell me, such as “evenings from 6” or “not on Mondays”.
free-which = When may I ask you? Tap one, or write something like “Saturdays from 10 to 2”. If there is danger I ask at any hour.
pause-which = For how long shall I leave you in peace? You can also write “until Friday”.
free-always = · at any time
free-daily = · every day { $clock }
free-day = · { $first } { $clock }
free-days = · { $first } to { $last } { $clock }
free-in = · around { $area }
free-anywhere = · all over the city
free-skill = · { $skill }
free-paused = · I leave you in peace until { $until }

people =
    With a role here: { $count }
    { $lines }
person-line = { $number } · { $name } · { $what } · since { $at }
person-line-by = { $number } · { $name } · { $what } · since { $at } · let in by { $by }
remove-sure = Really? This role of { $name } would end: { $what }. What they have in hand moves on at once.
removed = Done. This role of { $name } has ended: { $what }. { $count ->
        [0] They had nothing in hand.
        [one] One ticket has moved on.
       *[other] { $count } tickets have moved on.
    }
role-ended = Your role here has ended: { $what }. Thank you for everything you did. { $count ->
        [0] There is nothing left for you to do.
       *[other] Others take over what you had in hand.
    }
role-gone = That role has ended already, so there is nothing left to do.
last-coordinator = This is the last coordinator. Somebody has to decide and let people in, so please invite another one first.
leave-sure = Would you really like to stop ({ $what })?{ $count ->
        [0] {""}
       *[other] {" "}What you have in hand goes to others.
    }
leave-which = What would you like to lay down?
leave-nothing = You have no role here that you could lay down. I still take care of what you report.
role-left = Done, this role of yours has ended: { $what }. Thank you for the time you gave!{ $count ->
        [0] {""}
       *[other] {" "}Others take over what you had in hand.
    } If you'd like to come back, write “I want to help”.
why-left = The person who had it has left the team.
ticket-colleague = { $ref } ({ $category }) is changing hands: somebody else takes over, still with { $by }. You need do nothing.

tap-people = People
tap-invite = Invite
tap-join = Become a volunteer
tap-availability = When and where I help
tap-as-volunteer = A volunteer
tap-as-responder = Staff of an organisation
tap-as-coordinator = A coordinator
tap-responder = { $responder }
tap-next-ones = More
tap-skill = { $skill }
tap-skill-held = ✓ { $skill }
tap-that-is-all = That's all
tap-anywhere = The whole city
tap-area = { $area }
tap-vet = Welcome them
tap-vet-not-now = Not now
tap-vet-name = Welcome { $name }
tap-hours = My times
tap-areas = Where
tap-areas-more = One more area
tap-skills = What I can do
tap-pause = Pause
tap-pause-over = End the pause
tap-free-evenings = Evenings
tap-free-daytime = In the daytime
tap-free-weekends = Weekends
tap-free-both = Evenings and weekends
tap-free-always = Any time
tap-pause-1 = Today
tap-pause-7 = A week
tap-pause-30 = A month
tap-remove = Take out { $number }: { $name }
tap-remove-yes = Yes, end the role
tap-leave = { $what }
tap-leave-yes = Yes, I'd like to stop

print-title = You are invited
print-how = Point your phone's camera at the square and tap what appears; the rest happens in the chat.
print-code = Or write this code to the bot: { $code }
print-until = For one person, until { $until }.

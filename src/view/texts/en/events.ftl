### Events, replies, wait list, bring list

event-when = { $date }, { $start }–{ $end }
event-programme = Programme
no-open-event = There is no event coming up at the moment. For questions: /contact.
ask-event = Which event do you mean?

count-attending =
    { $persons ->
        [one] { $persons } person
       *[other] { $persons } people
    } ({ $replies ->
        [one] { $replies } yes reply
       *[other] { $replies } yes replies
    })
count-maybe = { $count } maybe
count-declined = { $count } no
count-to-confirm = { $count } still to confirm
count-waiting = { $count } on the wait list
count-free =
    { $free } of { $capacity ->
        [one] { $capacity } seat
       *[other] { $capacity } seats
    } free

card-deadline-soft = Please reply by { $date }. Your answer is welcome later, too.
card-deadline-hard = Please reply by { $date }.
card-past-soft = The reply deadline ({ $date }) has passed. Your answer is still welcome.
card-closed-hard = The reply deadline ({ $date }) has passed. You can still say no.
card-over = The event is over. Thank you to everyone who was there.
card-cancelled = The event is cancelled: { $reason }
card-notice = When you tap, we keep your name and your answer, for this event only. The group sees only numbers. More: /privacy

action-yes = Yes
action-maybe = Maybe
action-no = No
action-plus = +1 person
action-minus = −1 person
action-calendar = Calendar
action-details = Details

own-none = Your answer: none yet
own-attending =
    Your answer: { $persons ->
        [one] yes for { $persons } person
       *[other] yes for { $persons } people
    }
own-to-confirm =
    Your answer: yes (please confirm), { $persons ->
        [one] { $persons } person
       *[other] { $persons } people
    }
own-maybe = Your answer: maybe
own-declined = Your answer: no
own-waiting =
    Your answer: wait list for { $persons ->
        [one] { $persons } person
       *[other] { $persons } people
    }
own-offered =
    { $persons ->
        [one] { $persons } seat is
       *[other] { $persons } seats are
    } being kept for you. Please answer.

reply-attending =
    Thank you. Your yes for { $persons ->
        [one] { $persons } person
       *[other] { $persons } people
    } is noted.
reply-maybe = Thank you. Your maybe is noted.
reply-declined = Thank you. Your no is noted.
reply-waiting =
    There is no seat for you yet. With { $persons ->
        [one] { $persons } person
       *[other] { $persons } people
    } you are number { $place } on the wait list and move up automatically.
reply-waiting-fewer =
    There are not enough seats for { $persons } people yet. You are number { $place } on the wait list. { $free ->
        [one] { $free } seat is
       *[other] { $free } seats are
    } free now: /yes { $free }
reply-unchanged = That was noted already.
reply-taken-back = Your reply to “{ $event }” has been taken back. You can answer again at any time.
reply-late = Your answer counts, marked “after the deadline”.

refused-cancelled = This event is cancelled. For questions: { $contact }.
refused-over = This event is over. For questions: { $contact }.
refused-deadline = The reply deadline was { $date }. Please turn to: { $contact }.
refused-party = Please give 1 to { $most } people. For larger groups: { $contact }.
refused-seats =
    { $free ->
        [0] There is no further seat free.
        [one] There is only { $free } more seat free.
       *[other] There are only { $free } more seats free.
    } Your yes for { $kept ->
        [one] { $kept } person
       *[other] { $kept } people
    } stays. Questions: { $contact }.
party-range = Please write the number of people as a number from 1 to { $most }, for example /yes 3. With children, for example /yes 2+1.
minus-last = You said yes for yourself alone. If you are not coming: /no.
minus-none = You have not said yes yet: /yes.

mine-none = You have not answered anything yet. /events shows what is coming up.
mine-bring = You bring: { $what }
calendar-sent = The calendar entry is on its way to your private chat.
calendar-open-private = You get the calendar entry in the private chat: please tap Details first.
details-sent = The details are in your private chat.
details-open-private = You get the details in the private chat with me: /events.

promoted =
    A seat has become free: you are in for “{ $event }”, with { $persons ->
        [one] { $persons } person
       *[other] { $persons } people
    }. If you cannot come after all, please write /no.
offer-held =
    { $persons ->
        [one] A seat has
       *[other] { $persons } seats have
    } become free and { $persons ->
        [one] is
       *[other] are
    } kept for you until { $date }, { $time }. Would you like to come?
offer-fewer =
    { $free ->
        [one] { $free } seat is free now. Would you like to take it
       *[other] { $free } seats are free now. Would you like to take them
    }, or wait for { $persons } seats?
offer-settled = This question is settled.
offer-waiting = All right, you are waiting for { $persons } seats and keep your place in the line.
waiting-too-large = Unfortunately there are no longer enough seats at “{ $event }” for { $persons } people. If fewer of you would like to come, write for example /yes 2.
offer-lapsed = The offer for “{ $event }” has run out, and the seats go to the next in line. If you would like to come after all, write /yes.
action-take =
    { $persons ->
        [one] Yes, take the seat
       *[other] Yes, { $persons } seats
    }
action-take-fewer =
    { $free ->
        [one] { $free } seat now
       *[other] { $free } seats now
    }
action-wait = wait for { $persons }

moved-title = New date: { $event }
moved-question = Does this still suit you?
action-fits = Suits me
action-fits-not = I cannot come
group-moved = “{ $event }” has been moved. New date: { $when }. Everyone who answered will be asked once more.
group-cancelled = “{ $event }” is cancelled: { $reason }
cancelled-told =
    “{ $event }” ({ $when }) is cancelled. We are sorry.
    Reason: { $reason }
    For questions: /contact.

bring-title = Bring list: { $event }
bring-how = Tap what you would like to bring. With “Give back” you free it again.
bring-count =
    { $count ->
        [0] nothing yet
        [one] promised once
       *[other] promised { $count } times
    }
bring-left = { $left } of { $places } still free
bring-yours = from you
bring-none = There is no bring list for this event.
bring-private = You get the bring list in the private chat with me: /bring.
bring-asked = With pleasure.
bring-ask-what = What will it be? A few words are enough, for example “lentil soup”.
bring-no-words = no words
bring-noted = Thank you. Noted: { $what }.
bring-noted-not-coming = Thank you. Noted: { $what }. You have not said yes yet: /yes.
bring-taken = This has just been taken by somebody else. /bring shows what is still free.
bring-given-back = Free again: { $what }.
bring-no-such-slot = This is not on the list. /bring shows the list.
action-bring = { $what }
action-give-back = Give back: { $what }
bring-kind-dish = Bring food
bring-kind-music = Make music
bring-kind-help = Lend a hand

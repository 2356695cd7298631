### Reminders

command-erinnerung = what you are reminded of
command-ruhe = when you would like to be left in peace, for example /quiet 21-8

reminder-event = We would like to remind you of this event.
reminder-deadline = Are you coming? We would be glad to hear from you by { $date }.
reminder-deadline-maybe = You said “maybe”. Do you know more by now? We would be glad to hear from you by { $date }.
reminder-late = This message is late. It was meant for { $date } at { $time }.
reminder-thanks = Thank you for taking part in “{ $event }”.
reminder-next-step = What comes next: { $step }. More with /process.
reminder-next-unknown = You can see what comes next with /process.
reminder-group = A reminder: “{ $event }”, { $when }
reminder-group-how = You can answer on the card above.
reminder-offer =
    We are still holding { $persons ->
        [one] a seat
       *[other] { $persons } seats
    } at “{ $event }” for you, until { $date } at { $time }. Would you like to come?
reminder-many = You can answer with /events.
reminder-closed = This message is out of date; your answer has not changed. /events shows how things stand.
reminder-office = The reply deadline for “{ $event }” is { $date }.
reminder-office-start = “{ $event }” begins on { $date }.
reminder-office-unreachable =
    { $count ->
        [0] Everybody who answered in the chat can be reached there.
        [one] One person cannot be reached in the chat:
       *[other] { $count } people cannot be reached in the chat:
    }
reminder-office-more = And { $count } more: /list

choices-title = What we remind you of
choices-deadline = Reply deadline, polls and votes
choices-event = Event
choices-thanks = Thank-you afterwards
choices-is-on = yes
choices-is-off = no
choices-how = To say when you would like to be left in peace: /quiet.
choices-noted = Thank you, that is noted.
action-deadline-on = Deadline: yes
action-deadline-off = Deadline: no
action-event-on = Event: yes
action-event-off = Event: no
action-thanks-on = Thank-you: yes
action-thanks-off = Thank-you: no

quiet-set = From { $from } to { $until } we leave you in peace.
quiet-sundays = Nothing comes on Sundays either.
quiet-holidays = Nothing comes on public holidays either.
quiet-change = To change: /quiet 21-8, /quiet off
quiet-none = Reminders come at any time. To change: /quiet 21-8, /quiet on
quiet-how = Please write for example /quiet 21-8, /quiet off or /quiet on.

data-reminder-off = Reminders switched off: { $kind }
data-quiet = Quiet hours: { $from } to { $until }
data-quiet-none = Quiet hours: none
data-reminder-sent = Reminder of “{ $event }”, { $date }, { $time }: sent
data-reminder-ahead = Reminder of “{ $event }”, { $date }, { $time }: planned
data-thanks-sent = Thank-you for “{ $event }”, { $date }, { $time }: sent
data-thanks-ahead = Thank-you for “{ $event }”, { $date }, { $time }: planned

### Lead times (office)

command-vorlauf = when people are reminded of an event
lead-title = When we remind people of “{ $event }”
lead-days =
    { $days ->
        [0] on the day itself
        [one] the day before
       *[other] { $days } days before
    }, { $time }
lead-hours =
    { $hours ->
        [one] one hour before
       *[other] { $hours } hours before
    }
lead-deadline-days =
    { $days ->
        [0] on the day of the reply deadline
        [one] the day before the reply deadline
       *[other] { $days } days before the reply deadline
    }, { $time }
lead-deadline-hours =
    { $hours ->
        [one] one hour before the reply deadline
       *[other] { $hours } hours before the reply deadline
    }
lead-to-attending = yes
lead-to-maybe = maybe
lead-to-unanswered = no answer yet
lead-in-group = once in the group
lead-none = No reminder is set.
lead-how = To change: /lead_times 3 days 18:00 · /lead_times 5 hours · /lead_times deadline 2 days 18:00 · /lead_times remove 1 · /lead_times reset
lead-past = That moment has passed. Please name a later one.
lead-after-start = The event has begun by then. Please name an earlier time.
lead-after-deadline = The reply deadline has passed by then. Please name an earlier time.
lead-known = There is this reminder already.
lead-no-deadline = This event has no reply deadline. Please set one first, for example with /event deadline 15.11.2018.
lead-too-many = There are no more than { $most } reminders of one event. Please take one away first: /lead_times remove 1
lead-no-such = That number is not on the list. Please look: /lead_times
audit-event-reminders = reminder times changed

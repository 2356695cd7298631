### The office

role-officer = integration officer
role-deputy = deputy
role-helper = helper
office-welcome-officer = Welcome to the office. /office shows how everything stands. With /office invite deputy or /office invite helper you bring others in.
office-welcome-deputy = Welcome as deputy. /office shows how everything stands.
office-welcome-helper = Welcome as helper. With /enter you enter replies, with /list you see them all.
office-code-wrong = This code is not valid (any more). Please ask the office for a new one.
office-invite-whom = Whom would you like to invite? Please write /office invite deputy or /office invite helper.
office-invite = One-time code for the role “{ $role }”, valid for seven days. Whoever writes it to the bot in private is in:
office-in-private = This works only in the private chat with me, so that nobody reads along.

board-title = Overview
board-channels = People by channel: { $list }
board-children =
    where given: { $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    }, { $children ->
        [one] { $children } child
       *[other] { $children } children
    }
board-late =
    { $count ->
        [one] { $count } reply after the deadline
       *[other] { $count } replies after the deadline
    }
board-disturbed = { $count } received during a disturbance, counted as in time
board-to-confirm = { $count } still to confirm
board-unreachable = { $count } cannot be reached
board-late-reminders = late: { $count }
board-no-card = { $count } without a card: please write /here there
board-missing = Still missing
board-nothing-missing = Nothing is missing.
board-same =
    { $count ->
        [one] For { $count } entry it is open whether it is the same person.
       *[other] For { $count } entries it is open whether it is the same person.
    }

missing-contact-name = name of the person in charge (process file: contact.name)
missing-contact-phone = phone number (process file: contact.phone)
missing-contact-email = email address (process file: contact.email)
missing-privacy-operator-name = responsible body (process file: privacy.operator.name)
missing-privacy-operator-address = address of the responsible body (process file: privacy.operator.address)
missing-privacy-operator-email = email of the responsible body (process file: privacy.operator.email)
missing-privacy-dataprotectionofficer-contact = contact of the data protection officer (process file: privacy.dataProtectionOfficer)
missing-mandate-resolution = resolution that started the process (process file: mandate)
missing-phase-from = start of the phase “{ $what }” (process file)
missing-phase-until = end of the phase “{ $what }” (process file)
missing-event-place = place of “{ $what }” (process file)
missing-event-capacity = number of seats at “{ $what }”: /event seats 120 or /event seats unlimited
missing-event-deadline-unconfirmed = year of the reply deadline of “{ $what }”: /event deadline confirm
missing-steeringgroup-seats = number of seats in the steering group: { $what } (process file)
sector-citizens = citizens (all residents)
sector-administration = administration
sector-politics = politics
sector-institutions = institutions

channel-telegram = Telegram
channel-matrix = Matrix
channel-console = terminal
channel-phone = phone
channel-email = email
channel-desk = desk
channel-paper = paper

enter-ask-channel = How did the reply come in?
enter-channel-unknown = Please name the channel first: phone, email, desk or paper. For example: /enter phone 4 Mrs K.
enter-ask-persons = How many people?
enter-persons-unknown = Please give the number of people, no, or maybe. For example: /enter phone 4 Mrs K.
enter-ask-name = Which name? Initials are enough.
enter-name-empty = Please give a name or initials.
enter-same-name = “{ $name }” is already on the list. Is it the same person?
enter-change = Change: { $channel }, { $persons }
enter-another = Another person
entered = Entered: { $name }, { $channel }, { $answer }.

same-question = Is this the same person?
same-entry =
    { $name } · { $channel } · { $persons ->
        [one] { $persons } person
       *[other] { $persons } people
    }
action-same = Same person
action-apart = Two people
same-merged = Merged. The latest answer counts.
same-apart = All right, they stay two people.

list-title =
    { $event }: { $count ->
        [one] { $count } reply
       *[other] { $count } replies
    }
list-empty = There is no reply yet.
list-name = { $name }
list-attending = yes { $persons }
list-waiting = wait list { $persons }
list-maybe = maybe
list-declined = no
list-late = after the deadline
list-disturbance = disturbance
list-to-confirm = please confirm
list-unreachable = cannot be reached
list-more =
    { $count ->
        [one] { $count } more follows.
       *[other] { $count } more follow.
    } You get the whole list with /list csv.
list-no-polls = There is no date poll yet.
list-column-name = Name
list-column-answer = Answer
list-column-persons = People
list-column-children = of these children
list-column-channel = Channel
list-column-marks = Note
list-column-date = Date
list-column-time = Time

event-poster = Link for the poster and QR code:
event-capacity =
    { $capacity ->
        [one] { $capacity } seat
       *[other] { $capacity } seats
    }
event-capacity-missing = Number of seats: not given yet
event-unlimited = Seats unlimited
event-no-deadline = no reply deadline
event-deadline-unconfirmed = (please confirm: /event deadline confirm)
event-how = To change: /event seats 120 · seats unlimited · deadline 15.11.2018 · deadline confirm · deadline soft · deadline hard
event-seats-how = Please give the number of seats, for example /event seats 120.
event-deadline-how = Please give a coming day before the event, for example /event deadline 15.11.2018.
event-cancelled-already = This event is already cancelled.

move-ask-when = To when is it moved? For example: 1.12.2018 14:00-18:30
move-sure =
    “{ $event }” is moved to: { $when }. { $replies ->
        [0] Nobody has answered yet.
        [one] { $replies } person who answered will be asked once more.
       *[other] { $replies } people who answered will be asked once more.
    } Is this right?
moved-done =
    Moved. { $asked ->
        [one] { $asked } person was
       *[other] { $asked } people were
    } asked, { $toCall ->
        [one] { $toCall } is
       *[other] { $toCall } are
    } to be phoned.
cancel-ask-reason = Which reason should people read?
cancel-sure =
    “{ $event }” ({ $when }) will be cancelled. { $replies ->
        [0] There is no reply yet.
        [one] { $replies } reply is affected.
       *[other] { $replies } replies are affected.
    } Is this right?
cancelled-done =
    Cancelled. { $told ->
        [one] { $told } person has
       *[other] { $told } people have
    } been told, { $toCall ->
        [one] { $toCall } is
       *[other] { $toCall } are
    } to be phoned.
change-kept = All right, everything stays as it is.

when-no-date = Please give a date, for example 1.12.2018 14:00-18:30.
when-no-such-date = This day does not exist. Please check the date.
when-weekday-mismatch = This day is a { $actual }, not a { $given }. Please check the date.
when-end-before-start = The end is before the start. Please check the times.
when-no-time = Please give the time as well, for example 14:00-18:30.
when-in-past = This moment has passed. Please give a coming one.
when-unclear = This is ambiguous. Please write, for example, 1.12.2018 14:00-18:30.

office-undelivered =
    { $count ->
        [one] { $count } message could
       *[other] { $count } messages could
    } not be delivered: the messenger did not take it, or the person can no longer be reached there. You see with /list who that is.
office-loss = Since { $from } we no longer have access to { $messenger }. Please tell the IT department: the reason is in the bot’s log. Everything else goes on. What is to go out on { $messenger } waits until the access is renewed.
office-silence = From { $from } to { $until } we heard nothing from { $messenger }. What people answered meanwhile has arrived now and counts as in time.
office-count = The reply deadline has passed. As it stands: { $count }
office-count-next-hard = You see the names with /list. Later replies of yes are refused.
office-count-next = The names are in /list. Later replies are marked “after the deadline”.
office-call-entry =
    { $name }, { $persons ->
        [one] { $persons } person
       *[other] { $persons } people
    }
office-call-moved =
    “{ $event }” has been moved. { $count ->
        [one] { $count } person
       *[other] { $count } people
    } cannot be reached in the chat, please phone:
office-call-cancelled =
    “{ $event }” is cancelled. { $count ->
        [one] { $count } person
       *[other] { $count } people
    } cannot be reached in the chat, please phone:
office-call-promoted =
    Seats have become free at “{ $event }”. { $count ->
        [one] { $count } person has moved up and
       *[other] { $count } people have moved up and
    } cannot be reached in the chat, please phone:

log-title = Log
log-empty = There is no entry yet.
log-entry =
    { $date } { $time }: { $act } ({ $actor }){ $about ->
        [yes] , { $subject }
       *[no] {""}
    }{ $more ->
        [yes] , { $details }
       *[no] {""}
    }
audit-reply-entered = reply entered
audit-same-merged = two entries merged
audit-same-apart = two entries confirmed as different
audit-role-given = role accepted
audit-role-offered = role offered
audit-event-moved = event moved
audit-event-cancelled = event cancelled
audit-event-seats = number of seats changed
audit-event-deadline = reply deadline changed
audit-list-read = list read

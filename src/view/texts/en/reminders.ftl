### Reminders

command-erinnerung = what you are reminded of
command-ruhe = when you would like to be left in peace, for example /quiet 21-8

reminder-event = We would like to remind you of this event.
reminder-deadline = Are you coming? We would be glad to hear from you by { $date }.
reminder-late = This message is late. It should have reached you on { $date } at { $time }.
reminder-thanks = Thank you for taking part in “{ $event }”.
reminder-next-step = You can see what comes next with /process.
reminder-group = A reminder: “{ $event }”, { $when }. You can answer on the card.
reminder-offer = Seats at “{ $event }” are held for you until { $time }. Please answer with /yes or /no.
reminder-office = The reply deadline for “{ $event }” is { $date }. Not reachable in the chat: { $unreachable }. You see what is still missing with /office.

choices-title = What we remind you of
choices-deadline = Reply deadline
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

quiet-set = From { $from } to { $until } we leave you in peace. To change: /quiet 21-8, /quiet off
quiet-none = Reminders come at any time. To change: /quiet 21-8, /quiet on
quiet-how = Please write for example /quiet 21-8, /quiet off or /quiet on.

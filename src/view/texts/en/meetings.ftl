### Meetings: date, agenda, attendance, minutes, tasks

meeting-title = { $group }, meeting { $number }
meeting-notice = The date is settled: { $event }, { $when }. You can say yes or no on the card.
meeting-made = Entered: { $event }, { $when }. The members have been asked.
meeting-call =
    { $event }, { $when }. { $count ->
        [one] This person has no chat, please phone them:
       *[other] These { $count } people have no chat, please phone them:
    }
meeting-clash =
    At the same time: { $event }, { $when } ({ $count ->
        [one] { $count } person of your group
       *[other] { $count } people of your group
    })
meeting-count-of = { $count } of { $range } meetings
meeting-count =
    { $count ->
        [one] { $count } meeting so far
       *[other] { $count } meetings so far
    }
meeting-count-planned = { $count } planned
meeting-no-room =
    { $count ->
        [one] { $count } meeting is missing until { $date }, and there is hardly time left. Please set a date soon.
       *[other] { $count } meetings are missing until { $date }, and there is hardly time left. Please set dates soon.
    }
meeting-none-ahead = No meeting is coming up. The leader sets a date, for example with /meeting Tue 14.5. 19-21 town hall.
meeting-none-begun = There has been no meeting yet. This works as soon as one has begun.
meeting-ask-which = Which meeting do you mean?
meeting-ask-when = When and where? For example: Tue 14.5. 19-21 town hall. Or again and again: every first Tuesday 19-21 town hall.
meeting-ask-answer = What did the person say?
meeting-answer-how = Please write yes, maybe or no.
meeting-replied = Entered: { $name }, { $answer } for { $event }.
meeting-move-sure = Move “{ $event }” to { $when }? Everybody will be asked again.
meeting-cancel-sure = Cancel “{ $event }” on { $when }? Everybody will be told.
meeting-how = To propose a point: /meeting topic and your proposal.
meeting-how-leader = You can: /meeting Tue 14.5. 19-21 town hall, /meeting move, /meeting cancel, /meeting agenda, /meeting reply, /meeting attendance, /minutes, /task.

refused-not-member = This meeting is for the group's members. You can join with /groups.

series-weekly = every week on { $weekday }
series-two-weeks = every two weeks on { $weekday }
series-monthly = every month on { $weekday } number { $number }
series-monthly-last = every month on the last { $weekday }
series-made = The group now meets { $rule }, first on { $when }. I make the next meeting when the last one is over.
series-line = Rule: { $rule }
series-ended = Good, no more meetings come by themselves. What is planned stays.
series-none = This group has no rule. You set one with /meeting every first Tuesday 19-21.
series-over = { $group }: the rule for meetings has ended. You set further dates with /meeting.
series-no-weekday = Please name a weekday, for example: every first Tuesday 19-21.
series-two-meanings = This can mean two things. Please write “every second Tuesday of the month” or “every two weeks on Tuesday”.

agenda-title = Agenda: { $event }
agenda-empty = No points yet. To propose one: /meeting topic and your proposal.
agenda-ask = What should be talked about?
agenda-noted = Proposed for { $event }: { $what }
agenda-full = The agenda is full ({ $most } points). Please talk to the leader.
agenda-twice = This point is on the agenda already.
agenda-how = The buttons move a point up or take it off.
agenda-arranged = The agenda is changed.
action-agenda-up = No. { $count } up
action-agenda-off = No. { $count } off

attendance-title = Who was there? { $event }
attendance-how = A tap sets what the button says.
attendance-unknown = open
attendance-here = there
attendance-away = not there
attendance-noted = Noted.
attendance-private = The list has names in it. Please open the private chat with me and write /meeting attendance there.

minutes-title = Minutes: { $event }
minutes-present = Present: { $count } of { $most }
minutes-file = Minutes as a file
minutes-question = Is this right? Once you approve, it goes to all members. To change it: /minutes and the new text.
minutes-are-approved = Approved.
minutes-approved-already = These minutes are approved already. Only the leader can enter a correction.
minutes-laid-before = Saved: { $event }. Once the leader has approved them, all members get them.
minutes-kept = Saved: { $event }. Nobody who leads can be reached at the moment, please turn to the office: /contact.
minutes-sent =
    { $count ->
        [one] Approved and sent to { $count } member.
       *[other] Approved and sent to { $count } members.
    }
minutes-list-title = Minutes: { $group }
minutes-none = There are no approved minutes yet. To write some: /minutes and the text.
minutes-follow = The minutes are in your chat.
minutes-private = You get minutes in your private chat with me: /minutes
minutes-as-file = As a file: { $name }
minutes-file-coming = Thank you, I am fetching the file. Once it is here, the leader gets it to approve.
minutes-file-ask = Please send the minutes as a file now, in a group as a reply to this message. PDF, ODT, DOCX, text or a photo will do, up to 10 MB.
minutes-file-wanted = I need a file here, not a text.
minutes-file-which = You are in several working groups. Please send the file once more with the name of the group, for example: /minutes Housing:
minutes-file-type = I cannot keep this kind of file. Please send the minutes as PDF, ODT, DOCX, text or a photo (JPG, PNG).
minutes-file-other = The file holds something else than its name says. Please send the minutes once more, best as a PDF.
minutes-file-large = This file is larger than 10 MB. Please send a smaller one, best as a PDF.
minutes-file-gone = I could not fetch your file with the minutes. Please send it once more.
action-approve = Approve
action-minutes = Minutes no. { $number }

tasks-title = Open tasks: { $group }
tasks-none = No open tasks. To give one: /task Book a room, Anna, 20.5.
tasks-private = You see the tasks in your private chat with me: /task
task-line = No. { $number }: { $what }
task-until = by { $date }
task-overdue = overdue
task-nobody = nobody yet
task-ask-owner = Who takes the task?
task-ask-due = By when? A day will do, for example 20.5.
task-given = { $name } has task no. { $number }. I will send a reminder the day before it is due.
task-given-call = { $name } has task no. { $number }. This person has no chat, please tell them.
task-for-you = Your task for { $group }
task-reminder = A reminder of your task for { $group }
task-is-done = Done. Thank you.
task-no-longer-yours = You no longer have this task.
task-finished = Done. Thank you.
task-not-yours = Somebody else has this task. That person and the leader can close it.
action-task-done = Done
action-task-number = No. { $number } done
action-in-weeks =
    { $count ->
        [one] in { $count } week
       *[other] in { $count } weeks
    }
action-no-date = no date

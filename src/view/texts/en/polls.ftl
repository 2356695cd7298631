### Date polls

poll-title = Date poll: { $title }
poll-usual-title = Meeting of { $group }
poll-count = { $yes } yes, { $maybe } if needed, { $no } no
poll-best = the best date so far
poll-tied = as many can come
poll-chosen = chosen
poll-passed = over
poll-out-must = not possible, somebody who must be there cannot come
poll-out-awaited = somebody who must be there has not answered yet
poll-out-minimum = too few: { $have } of at least { $need }
poll-out-sector = { $sector }: { $have } of at least { $need }
poll-hint = Please note: { $list }
poll-about = around this day { $what }
poll-eve = in the evening begins { $what }
poll-clash =
    at the same time “{ $event }” ({ $count ->
        [one] { $count } member
       *[other] { $count } members
    })
poll-more =
    { $count ->
        [one] There is { $count } more date.
       *[other] There are { $count } more dates.
    }
poll-answered = { $count } of { $members } have answered.
poll-hidden = The results will stand here when the poll is over.
poll-closes = Answers until { $date }, { $time }.
poll-tie-fewer-if-needed = If several are equal: fewer “if needed”, then the earlier date.
poll-tie-earlier = If several are equal: the earlier date.
poll-tie-leader = If several are equal, the group’s leader decides.
poll-notice = Everybody answers in a private chat. Only numbers stand here, the group’s leader sees the names. More: /privacy
poll-state-closed = The poll is over. The group’s leader will set the date.
poll-state-decided = The date is set.
action-vote = Vote
action-vote-private = Open chat

poll-how = For each date please choose: yes, if needed or no.
poll-for = You are answering for: { $name }
poll-reminder = Your answer is still missing. We would be glad if you had your say.
poll-own-count = Your answers: { $count } of { $slots }
poll-answer-yes = Yes
poll-answer-if-needed = If needed
poll-answer-no = No
poll-answer-none = no answer yet
poll-noted = Noted: { $when } · { $answer }
poll-page = Page { $page }
poll-grid-sent = The dates are in your private chat with me.
poll-open-private = Please open the private chat with me first and write /polls there.
poll-refused-closed = This poll is over. You see open polls with /polls.
poll-refused-passed = This date is already over. Please choose another one.
poll-refused-no-member = This poll is for the members of { $group }. You can join with /groups.
action-poll-back = Back
action-poll-next = More
action-poll-comment = Write a comment
action-poll-propose = Propose a date
action-poll-no-comment = No comment
poll-comment-which = Which date would you like to say something about?
poll-comment-what = What should the others know? The group’s leader sees your comment with your name.
poll-comment-first-answer = Please choose yes, if needed or no first. Then you can say something about it.
poll-comment-noted = Noted for { $when }: { $words }
poll-comment-gone = Your comment on { $when } is deleted.
poll-proposed =
    { $count ->
        [one] Thank you. Your proposal now stands in the poll.
       *[other] Thank you. Your { $count } proposals now stand in the poll.
    }
poll-left-group = somebody who has left the group

poll-ask-title = What is it about? A few words will do, for example “Second meeting”.
action-poll-untitled = Without a title
poll-ask-slots = Which dates do you propose? For example: Tue 14 May 7pm-9pm, Thu 16 May 7pm
poll-slot-problem = “{ $given }”: { $sentence }
poll-slot-twice = “{ $given }” already stands in the poll. Please name each date once.
poll-slot-too-far = “{ $given }” is very far away. Please check the year.
poll-slot-too-many = That would be { $count } dates. Please choose { $most } at the most.
poll-draft-open-private = Please open the private chat with me first. You prepare the poll there.
poll-draft-sent = The poll is in your private chat. You check and open it there.

desk-check = Is everything right? Then open the poll. From then on these rules stay as they are.
desk-must = Must be there: { $names }
desk-nobody = nobody
desk-minimum =
    { $count ->
        [0] No minimum
       *[other] At least { $count } people
    }
desk-no-closing = Open until you end the poll.
desk-live = Everybody sees the results all the time.
desk-hidden = The group sees the results only at the end, you always see them.
desk-ask-must = Who must be there for the meeting to take place?
desk-ask-minimum = How many must be able to come?
desk-ask-closing = How long shall the poll be open? It ends at 18:00, at the latest twelve hours before the first date.
desk-ask-tie = What counts when equally many can come on several dates?
desk-page = Please choose.
desk-choose = Which date shall it be?
desk-enter = Whose answers are you entering? They are counted as “telephone”.
desk-phoned =
    { $count ->
        [one] { $count } of them answered by telephone.
       *[other] { $count } of them answered by telephone.
    }
desk-silent = No answer yet: { $names }
desk-closed = The poll is over. You can set a date or open the poll again.
action-poll-next-week = Next week, 7 pm
action-poll-week-after = The week after, 7 pm
action-poll-tue-thu = 3× Tue and Thu, 7 pm
action-poll-strike = Strike dates
desk-ask-dates = Which dates shall not be offered?
action-poll-open = Open the poll
action-poll-must = Must be there
action-poll-minimum = Minimum
action-poll-closing = End of the poll
action-poll-tie = Equal dates
action-poll-hide = Results at the end
action-poll-show = Results all the time
action-poll-discard = Discard
action-poll-at-least =
    { $count ->
        [0] none
       *[other] { $count }
    }
action-poll-sectors = By sector
action-poll-no-sectors = No sector minimum
action-poll-days =
    { $count ->
        [0] Until I end it
        [one] { $count } day
       *[other] { $count } days
    }
action-fewer-if-needed = Fewer “if needed”
action-earlier = The earlier date
action-leader = The leader chooses
action-poll-fix = Set: { $day }
action-poll-choose = Choose another date
action-poll-enter = Enter for somebody
action-poll-close = End the poll
action-poll-reopen = Open again
poll-rule-noted = Noted.
poll-rules-fixed = The rules are fixed since the poll was opened. You can end this poll and begin a new one.
poll-opened = The poll is open.
poll-all-passed = All proposed dates are over. Please begin a new poll with /datepoll.
poll-discarded = The poll is discarded. Nobody has heard of it.
poll-reopened = The poll is open again. All answers still count.
poll-fixed = The date is set: { $when }. The members get it and are asked to confirm.
poll-enter-grid = The dates for this person now stand at the end of the chat.
poll-to-call =
    Date poll “{ $title }”: { $count ->
        [one] One person
       *[other] { $count } people
    } cannot be reached in the chat. Please phone: { $names }. You can enter the answers with /polls.

suggest-nothing-yet = Nobody has answered yet.
suggest-best = Suggestion: { $when }
suggest-why =
    { $people ->
        [one] { $people } of { $members } can come:
       *[other] { $people } of { $members } can come:
    }
suggest-tied = As many can come on { $list }.
suggest-warning = Please bear in mind: { $list }
suggest-none = No date meets all rules.
suggest-tie-leader = It is a tie. By your rule you choose yourself: “Choose another date”.
suggest-others = Possible as well
suggest-out = Not possible
suggest-cannot = { $name } must be there and cannot come
suggest-silent = { $name } must be there and has not answered yet
suggest-what-if = If { $name } can come after all, { $when } would be the best date, with { $count } people.
suggest-comments = Comments

action-poll-picture = As a picture
poll-picture-sent = The picture comes here in the chat.
poll-tables-older =
    { $count ->
        [one] One older poll is not included.
       *[other] { $count } older polls are not included.
    }
picture-best = best choice
picture-own-answers = Your answers
picture-more-people =
    { $count ->
        [one] One more person is not in the picture.
       *[other] { $count } more people are not in the picture.
    }

polls-title = Date polls
polls-none = There is no open poll for you.
polls-which = Which poll do you mean?
polls-answered = you have answered
polls-not-answered = your answer is missing
polls-draft = not opened yet
polls-in-private = You can answer in the private chat with me: /polls

holiday-new-year = New Year’s Day
holiday-epiphany = Epiphany
holiday-womens-day = Women’s Day
holiday-good-friday = Good Friday
holiday-easter-sunday = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-labour-day = Labour Day
holiday-liberation-day = Liberation Day
holiday-ascension = Ascension Day
holiday-pentecost-sunday = Whit Sunday
holiday-pentecost-monday = Whit Monday
holiday-uprising-1953 = anniversary of 17 June 1953
holiday-corpus-christi = Corpus Christi
holiday-assumption = Assumption Day
holiday-childrens-day = Children’s Day
holiday-german-unity = Day of German Unity
holiday-reformation = Reformation Day
holiday-all-saints = All Saints’ Day
holiday-repentance = Day of Repentance and Prayer
holiday-christmas = Christmas Day
holiday-boxing-day = Boxing Day
school-christmas = school holidays (Christmas)
school-easter = school holidays (Easter)
school-pentecost = school holidays (Whitsun)
school-summer = school holidays (summer)
school-autumn = school holidays (autumn)
school-day-off = no school
feast-ramadan = the fasting month of Ramadan
feast-eid-fitr = Eid al-Fitr
feast-eid-adha = Eid al-Adha
feast-muharrem = the Alevi fast of Muharrem
feast-asure = the Alevi day of Aşure
feast-hizir = the Alevi days of Hızır fasting
feast-nevruz = Nevruz
feast-hidirellez = Hıdırellez
feast-rosh-hashanah = Rosh Hashanah, the Jewish New Year
feast-yom-kippur = Yom Kippur
feast-sukkot = Sukkot
feast-shemini-atzeret = Shemini Atzeret
feast-simchat-torah = Simchat Torah
feast-pesach = Passover
feast-shavuot = Shavuot
feast-orthodox-christmas = Orthodox Christmas
feast-orthodox-theophany = Orthodox Theophany
feast-orthodox-good-friday = Orthodox Good Friday
feast-orthodox-easter = Orthodox Easter
feast-orthodox-ascension = Orthodox Ascension
feast-orthodox-pentecost = Orthodox Pentecost

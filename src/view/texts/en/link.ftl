### Two accounts, one person

link-code = With this you connect two accounts, for example on Telegram and on Matrix. Please write to this bot in private from your other account:
link-code-matrix = In Matrix the command begins with an exclamation mark instead of the slash.
link-code-secret = The code is valid for ten minutes and only once. Please give it to nobody.
link-code-entry = This code is for { $name }. It is valid for ten minutes and only once. The person writes it to this bot in private:
link-which-entry = Which entry is meant?
link-sure = One of the two accounts belongs to the office. Once connected, that goes for both. Is the account “{ $name }” yours as well?
link-kept = All right, they stay two accounts.
link-wrong = This code is not valid. You get a new one in your other account with /link, and help with /contact.
link-too-many = Those were too many wrong codes. Please try again in an hour. Help: /contact
link-other-account = This is the code from here. Please write it in your other account.
link-in-private = Only in the private chat, please. A code that others could read is no longer valid; /link gives a new one.
link-made =
    Connected. From now on your accounts count as one person, and your latest answer stands: /mine
    I write to you where you last wrote to me.
link-made-there = This account is now connected with your account on { $messenger }. Both count as one person. Was that not you? Then please get in touch at once: /contact

how-many =
    You said yes twice, for different numbers.
    { $fewer } or { $larger } people?
how-many-settled = This question is settled. You see your answer with /mine.
action-how-many =
    { $persons ->
        [one] 1 person
       *[other] { $persons } people
    }

board-links =
    { $count ->
        [one] Since yesterday two accounts were connected as one person.
       *[other] Since yesterday two accounts were connected as one person { $count } times.
    }
link-card-title = Connected accounts
link-card = “{ $name }” and “{ $other }” have been one person since { $date }, { $time }.
link-card-until = If that is wrong, you can take it back until { $date }, { $time }.
action-part = Separate again
link-part-younger-first = A newer connection builds on this one. Please separate that one first: /office
link-parted-card = Separated. They are two people again, with the answers they had before.
link-parted = The office has taken back the connection of your accounts. Please check with /mine whether your answers are right.

audit-link-offered = code for connecting given out
audit-link-made = two accounts connected
audit-link-undone = connection of two accounts taken back

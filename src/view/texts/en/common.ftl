### Language and general answers

language-name = English
# Other names by which somebody may call this language, divided by commas
language-also = english,englisch,en-gb,en-us

profile-short = Have your say in your town, for everyone who lives here. Say yes or no to events in one tap.
profile-description =
    Hello. This bot belongs to your town’s participation process. Here you can say whether you are coming to its events.
    We keep your name and account number in the messenger, your language and your answers, for this purpose only. /privacy tells you all about it, /forget deletes everything.

bug = Something went wrong on our side, and what you sent was not taken. Please try once more. If that does not help, please give the office the number { $id }: /contact.
person-unnamed = no name
not-a-person = Only people can answer here. Please write from your own account.
hidden-admin = You are writing in the name of the group. Please use your own account for this.
command-not-allowed = Only the office can do this. For questions: /contact.
command-unknown = I do not know this command. /help shows what I can do.
text-not-understood = I did not understand that. /help shows what I can do. To reach a person: /contact.
file-not-expected = I cannot use this file and have not opened it. Is it your working group's minutes? Then please send it once more with the text /minutes.
only-in-group = This works only in a group.
start-in-private = Please open the private chat with me for this.

press-unknown = This button does not work here. With /events you get a new card.
press-not-yours = This question is for somebody else.
press-closed = This is already settled. /events shows how things stand.
too-many-at-once = A lot of messages are arriving just now. Please wait a moment and write again. The buttons keep working.
message-unreadable = I cannot read your message yet. Please write it again if no answer comes.
legend-hint = Please reply to this message with the number that fits, or react with the digit:
choice-unknown = Please give a number from 1 to { $most }.
choice-none = This message can no longer be answered. /events shows what is ahead.
choice-in-poll = This is a poll of your messenger. Please choose your answer there, numbers do not count here.

dialog-abort-hint = With /abort you end the question.
dialog-aborted = All right, the question is closed. Nothing was changed.
dialog-none = No question is open.
dialog-try-again = Please answer again, or write /abort.
dialog-not-understood = I did not quite understand that. Please write just /{ $command }, and I will ask you step by step.
ask-yes-no = Please answer yes or no.
sure-yes = Yes
sure-no = No

help-title = What you can do here
help-office = For the office
help-human = To reach a person: /contact.

command-zusage = say yes, for example /yes 3 for three people
command-vielleicht = say maybe
command-absage = say no
command-termine = all events
command-meine = my answers
command-mitbringen = bring something to the event
command-prozess = what it is about and where we are
command-kontakt = whom you can reach
command-datenschutz = what happens with your data
command-verknuepfen = connect two accounts, so that you count as one person
command-meine-daten = see everything kept about you
command-loeschen = delete everything kept about you
command-sprache = choose your language
command-hilfe = this overview
command-start = says hello
command-abbrechen = end a question
command-ag = see working groups, join or leave one
command-treffen = meetings of a working group, for example /meeting Tue 14.5. 19-21 town hall
command-protokoll = read or write a working group's minutes
command-aufgabe = a working group's tasks, for example /task Book a room, Anna, 20.5.
command-hier = connects this group with an event or a working group
command-sprachen = the languages of the cards in this group
command-amt = overview for the office
command-erfassen = enter a reply, for example /enter phone 4 Mrs K.
command-liste = list of replies, with /list csv as a table, date polls with /list polls, decisions with /list decisions
command-verschieben = move an event
command-entfaellt = cancel an event
command-veranstaltung = set the seats and the reply deadline
command-verlauf = who entered or changed what
command-terminumfrage = find a date for the group, for example /datepoll Title: Tue 14 May 7pm-9pm, Thu 16 May 7pm
command-umfragen = open date polls of your groups, also to look at: /polls picture
command-abstimmung = let the group decide something, for example /decision Where do we meet? Town hall; library
command-abstimmungen = open votes of your groups, outcomes to look at: /decisions picture
command-stimmungsbild = a quick show of hands in the group, for example /quickpoll Coffee or tea? Coffee; tea
command-berichtigung = write beside an outcome what is wrong with it
command-termin-vorschlagen = propose further dates
command-bemerkung = say something about a date

group-hello = Hello. In this group I show the card of an event. If you belong to the office, please write /here.
here-asked = I have asked the office. If it agrees, your group's card will come here.
here-nobody = The office connects this chat group, and nobody there can be reached at the moment. Please get in touch: /contact.
here-request-title = Connect a chat group?
here-request = { $name } would like to connect the chat group { $title } with { $group }. Everyone there will then see the cards of this working group.
here-request-chat = Whoever runs the chat group { $title } would like to connect it with { $group }. Everyone there will then see the cards of this working group.
here-approved = The office has agreed, the chat group now belongs to: { $group }.
here-declined = The office does not want to connect this chat group with: { $group }. For questions: /contact.
here-bound = Connected.
here-not-bound = Good, it stays as it is.
action-here-yes = Connect
action-here-no = Do not connect
here-unknown = I do not know this. There are: { $names }.
ask-languages = In which language should the card stand here? You can also name two, for example /languages de en.
languages-one-or-two = Please name one or two of these languages: { $languages }.
languages-set = The card here is now in: { $languages }.

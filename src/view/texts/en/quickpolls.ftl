### Shows of hands

quickpoll-footnote = A show of hands. The group decides with /decision.
quickpoll-ended = The show of hands is over.
quickpoll-ask-question = What would you like to ask the group? For example: Coffee or tea?
quickpoll-ask-options = Which answers are there? Please part them by semicolons, for example: coffee; tea; both
quickpoll-question-long = The question is too long. Please put it into at most { $most } characters.
quickpoll-option-long = An answer is too long. Please put each into at most { $most } characters.
quickpoll-one-option = A show of hands needs at least two answers, parted by a semicolon, for example: coffee; tea
quickpoll-too-many = Those would be { $count } answers. Please choose at most { $most }.
quickpoll-twice = “{ $given }” is there twice. Please name each answer only once.
quickpoll-rule = A show of hands knows no rules such as “{ $given }”. With rules the group decides by /decision.
quickpoll-in-group = A show of hands belongs in a group: please write the command there.
quickpoll-several-rooms = This subject has several groups in the chat, and a show of hands would count this one alone. All together are counted by /decision.
quickpoll-beside-decision = A vote about this is already open. You can vote on its card or with /decisions.
quickpoll-beside-date-poll = A date poll already asks this. You can answer on its card or with /polls.
quickpoll-runs = A show of hands already asks this here. To end it, reply to it with /quickpoll end.
quickpoll-none = No show of hands is open here. A new one begins for example like this: /quickpoll Coffee or tea? Coffee; tea
quickpoll-not-that = That is no open show of hands. Please reply with /quickpoll end to the one that is to end.

### Votes

decision-title = Vote: { $title }
decision-title-runoff = Run-off: { $title }
decision-method-plurality = Everybody has one vote.
decision-method-approval = Everybody picks all that they agree with; what most agree with wins.
decision-method-instant-runoff = Ranking with instant run-off: the weakest drops out until one has more than half.
decision-method-schulze = Ranking by the Schulze method: each is compared with each; what none other beats wins.
decision-method-resistance = Systemic consensus: everybody states their resistance from 0 (none) to 10 (unacceptable); the least wins.
decision-majority-simple = What has the most votes is decided. Abstentions do not count.
decision-majority-absolute = It takes more than half of the votes. Abstentions do not count.
decision-majority-two-thirds = It takes at least two thirds of the votes. Abstentions do not count.
decision-tie-rejected = If it is a tie or there is no majority, nothing is decided.
decision-tie-runoff = If it is a tie or there is no majority, a run-off between the strongest follows.
decision-tie-lot = A tie is decided by lot; without a majority nothing is decided.
decision-tie-leader = A tie is decided by the group's leader; without a majority nothing is decided.
decision-lot-seal = Seal of the lot: { $code }
decision-lot-opened = Secret of the lot, to which the seal belongs: { $code }
decision-quorum-persons = At least { $count } people must vote.
decision-quorum-percent = At least { $count } % of those entitled must vote.
decision-electorate-roster = All who are members at the opening vote.
decision-electorate-seats = Only members who hold a seat for a sector vote.
decision-secret = Secret: after the end nothing says any more who chose what. Votes by phone or on paper are heard and entered by the group's leader.
decision-named = Open: after the end the members see in their private chat who chose what.
decision-no-closing = The vote lasts until the group's leader ends it.
decision-closes = Vote by { $date }, { $time }.
decision-took-part = { $have } of { $members } voted, { $count } of them abstained.
decision-note = Note of { $date }, { $name }: { $words }
decision-note-somebody = somebody who is no longer here
decision-figure-plurality =
    { $count ->
        [one] { $count } vote
       *[other] { $count } votes
    }
decision-figure-approval =
    { $count ->
        [one] { $count } approval
       *[other] { $count } approvals
    }
decision-figure-instant-runoff = first choice of { $count }
decision-figure-schulze = wins { $count } comparisons
decision-figure-resistance = resistance { $count }, acceptance { $share } %
decision-outcome-votes = Decided: “{ $title }”: { $list }.
decision-outcome-lot = It was a tie ({ $list }), the lot chose “{ $title }”.
decision-outcome-leader = It was a tie ({ $list }), the group's leader chose “{ $title }” by the rule fixed before.
decision-outcome-tie = It is a tie ({ $list }), so by the rule fixed before nothing is decided.
decision-outcome-no-majority = The majority needed is missing ({ $list }), so nothing is decided.
decision-outcome-no-votes = Nobody chose anything, so nothing is decided.
decision-outcome-no-quorum = Only { $have } of at least { $need } people voted, so nothing is decided.
decision-outcome-runoff = Nothing is decided yet ({ $list }): a run-off follows between { $names }.
decision-outcome-tied = It is a tie ({ $list }), by the rule fixed before the group's leader decides.
decision-choice-none = nothing yet
decision-choice-abstained = abstention
decision-voted = { $count } of { $members } have voted.
decision-counting = Time is up. The votes are being counted.
decision-hidden = What came out stands here when the vote is over.
decision-secret-own = Secret: at the end your choice goes from this card, too.
decision-own = Your choice: { $answer }
decision-no-reactions = Please answer with the number. Others can read reactions, so they do not count here.
decision-noted = Your vote is noted. You can change it until the end.
decision-entered = This vote counts as given by phone or on paper.
decision-reminder = Your vote is still missing. We would be glad if you took part.
decision-ask-resistance = How strong is your resistance to “{ $title }”? 0 means none, 10 unacceptable.
decision-how-one = Please choose one.
decision-how-several = Please choose all that you agree with.
decision-how-ranking = Please choose in order, the best first. What you do not choose stands last.
decision-how-resistance = Please choose an option, then your resistance. What you do not rate counts as 0.
decision-more-votes =
    { $count ->
        [one] And { $count } more vote.
       *[other] And { $count } more votes.
    }
decision-data-voted = has voted (secret)
action-decision-abstain = Abstain
action-decision-anew = Start again
decision-refused-closed = This vote is over. You see open votes with /decisions.
decision-refused-no-member = Only those vote here who were members at the opening: { $group }. You can join with /groups.
decision-refused-seat = Only members with a seat vote here: { $group }. Please ask the group's leader.
decision-voted-self = This person has voted themselves. Only they can change their vote.
decision-open-private = Please open the private chat with me first and write /decisions there.
decision-ballot-sent = Your ballot is in your private chat with me.
decision-to-call =
    { $count ->
        [one] Vote “{ $title }”: one person cannot be reached by chat. Please call: { $names }. You enter votes with /decisions.
       *[other] Vote “{ $title }”: { $count } people cannot be reached by chat. Please call: { $names }. You enter votes with /decisions.
    }
decision-check = Please check the rules. Once the vote is open they stand.
decision-ask-method = How is it to be voted?
decision-ask-majority = Which majority does it take?
decision-ask-tie = What holds if it is a tie?
decision-ask-quorum = How many must vote at least?
decision-ask-closing = How long is the vote to be open? It ends at 18:00.
action-decision-plurality = One vote each
action-decision-approval = Approval of several
action-decision-instant-runoff = Instant run-off
action-decision-schulze = Ranking by Schulze
action-decision-resistance = Resistance (0–10)
action-decision-simple = Most votes
action-decision-absolute = More than half
action-decision-two-thirds = Two thirds
action-decision-rejected = Nothing decided
action-decision-runoff = Run-off
action-decision-lot = By lot
action-decision-leader = The leader decides
action-decision-percent = { $count } %
action-decision-open = Open the vote
action-decision-method = Kind of vote
action-decision-majority = Majority
action-decision-quorum = Quorum
action-decision-closing = End of the vote
action-decision-named = Open vote
action-decision-secret = Secret vote
action-decision-seats = Only seats vote
action-decision-roster = All members
action-decision-close = End the vote
action-decision-note = Write a note
decision-enter = For whom do you enter the vote, by phone or on paper?
decision-silent = Not voted yet: { $names }
decision-closed = The vote is over and counted.
decision-opened = The vote is open. The rules now stand.
decision-discarded = The vote is discarded. Nobody has heard of it.
decision-rules-fixed = The rules stand since the opening. You can end the vote and begin a new one.
decision-enter-ballot = This person's ballot is now at the end of the chat.
decision-note-kept = Your note now stands beside the outcome. The outcome itself stays as it was.
decision-note-where = You write notes on the card of a vote that is over.
decision-note-ask = What do you want to put right? Your note stands beside the outcome with your name.
decision-ask-question = What is the group to decide? For example: Where do we meet?
decision-ask-options = Which options are there? Please part them by semicolons, for example: town hall; library
decision-one-option = A vote needs at least two options, parted by a semicolon, for example: Yes; No
decision-too-many = Those would be { $count } options. Please choose at most { $most }.
decision-twice = “{ $given }” is there twice. Please name each option only once.
action-decision-yes-no = Yes or no
decision-yes-no = Yes; No
decision-draft-private = Please open the private chat with me first. There you prepare the vote.
decision-draft-sent = The vote is in your private chat. There you check and open it.
decisions-none = No vote is open for you.
decisions-open =
    { $count ->
        [one] { $count } vote is open.
       *[other] { $count } votes are open.
    }
decisions-no-outcome = No vote has an outcome yet.
decision-chosen = decided
decision-column-what = Option or person
decision-column-number = Number
decision-column-words = in words
decision-row-eligible = Entitled to vote
decision-row-voted = Voted
decision-row-outcome = Outcome
decision-row-note = Note
decision-tables-older =
    { $count ->
        [one] One older vote is not included.
       *[other] { $count } older votes are not included.
    }
decision-substitute = { $name } stands in for { $other } if they do not vote.
decision-substitutes =
    { $count ->
        [one] { $count } seat has a substitute, whose vote counts only where the seat does not vote.
       *[other] { $count } seats have a substitute, whose vote counts only where the seat does not vote.
    }
decision-substitute-own = You stand in for { $name }. Your vote counts if { $name } does not vote.
decision-ask-holder = For which seat do you name a substitute?
decision-ask-substitute = Who stands in for { $name }?
decision-no-substitutes = There is no member without a seat who could stand in. You can take somebody in with /groups.
action-decision-substitute = Substitutes
action-decision-nobody = Nobody

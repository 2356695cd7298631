### Working groups and the steering group: who belongs, who leads

ask-group = Which working group do you mean?
ask-here = What is this group to be connected with?

group-none = There is no working group at the moment. Questions: /contact.
group-none-own = This is for members of the working group. With /groups you see all groups and can join.
group-list-title = Working groups
group-list-how = To join: /groups join and the group's name, for example /groups join Wohnen. To look at one: /groups Wohnen.
group-field = Field of action: { $what }
group-members =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
group-open = Anybody who likes can join.
group-approval = The group's leader decides on new members.
group-closed = This working group is closed. You see the others with /groups.
group-no-meeting = No next meeting yet.
group-next-meeting = Next meeting:
group-show-private = You get the card of { $group } in your private chat with me: /groups

group-own-none = You are not a member.
group-own-asked = You have asked to join.
group-own-member = You are a member.
group-own-leader = You lead the group.
group-own-deputy = You are a member and deputise for the leader.

group-joined = Good, you are a member now: { $group }.
group-joined-already = You are a member already: { $group }.
group-asked = We have asked the leader of { $group }, who sees your name for this. You get the answer here in the chat.
group-asked-already = You have asked already: { $group }. The leader will answer you.
group-left = You are no longer a member: { $group }. Your replies to its next meetings are deleted.
group-not-in = You are not a member here: { $group }. You can join with /groups join.

joining-question = { $name } would like to join. Do you agree?
joining-accepted = Good, the person is a member now.
joining-declined = Good, the person is not a member.
joining-you-may = The leader has agreed. You are a member now: { $group }.
joining-you-may-not = The leader has not accepted your request: { $group }. Questions: /contact.

group-leaders-only = Only the group's leader can do this. You see your groups with /groups. Questions: /contact.
group-no-leader = The group has no leader at the moment. Please turn to the office: /contact.
group-members-only = This is only for members of the group. You can join with /groups.
group-empty = Nobody is in this group yet. You add somebody with /groups add.
group-no-such-member = I do not find this name clearly in the group. Please look up the full name with /groups members.

group-roster-title =
    { $group }: { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
group-roster-waiting =
    { $count ->
        [one] { $count } person is waiting for your answer.
       *[other] { $count } people are waiting for your answer.
    }
group-roster-sent = The list is in your private chat with me.
group-roster-members-only = Only members of the group see the names. You can join with /groups.
group-roster-private = The list has names in it. Please open the private chat with me and write /groups members there.
group-role-leader = leader
group-role-deputy = deputy

ag-how = I did not understand that. For example: /groups, /groups join Wohnen, /groups leave, /groups members, /groups add Mrs K.
ag-ask-who = Who is it about?
ag-ask-name = What is the person called? A name or initials will do.
ag-ask-title = What is the working group to be called?
ag-ask-sector = Which sector does the person stand for?
ag-sector-unknown = Please name a sector: residents, administration, politics or institutions.

group-made = The group { $group } is made. Connect a chat group with it: /here { $what }. You name its leader with /groups leader.
group-exists = This group exists already. Please choose another name or write /groups.
group-entered = Entered: { $name } now belongs to { $group } and is phoned when something comes up.
group-removed = Removed: { $name } no longer belongs to { $group }.
group-leader-set = { $name } now leads { $group }.
group-deputy-set = { $name } now deputises for the leader of { $group }.
group-sector-set = { $name }: { $what }
group-you-lead-now = You now lead this group: { $group }. What you can do is shown by /groups and /meeting.
group-you-deputise = You now deputise for the leader of { $group }. What you can do is shown by /groups and /meeting.
group-new-leader = { $group } has a new leader. You see who with /groups members.
group-without-leader = { $group } has no leader any more. Please name a new one: /groups leader.

audit-group-entered = member of a group entered
audit-group-removed = member of a group removed
audit-group-appointed = leader or deputy of a group named
audit-group-answered = request to join a group answered

data-agenda = Your proposal for an agenda: { $what }
data-minutes = Minutes you wrote: { $event }
data-minutes-file = File you sent: { $name }

action-join = Join
action-leave = Leave
action-members = Members
action-accept = Yes, let them join
action-turn-down = No

/** A group's own card, in its rooms and in private. Subject `GROUP:<group key>`. */
export const GROUP = 'GROUP';
/** Asks the leader whether somebody may join. Subject `JOINING:<group key>/<person>`. */
export const JOINING = 'JOINING';
/** The agenda of a meeting, for whoever orders it. Subject `AGENDA:<event key>`. */
export const AGENDA = 'AGENDA';
/** The leader's tick list. Subject `ATTENDANCE:<event key>`. */
export const ATTENDANCE = 'ATTENDANCE';
/** Asks the leader to approve the minutes. Subject `MINUTES:<event key>`. */
export const MINUTES = 'MINUTES';
/** The approved minutes of a group, to choose from. Subject `ARCHIVE:<group key>`. */
export const ARCHIVE = 'ARCHIVE';
/** One task, for its owner. Subject `TASK:<task id>`. */
export const TASK = 'TASK';
/** The open tasks of a group. Subject `TASKS:<group key>`. */
export const TASKS = 'TASKS';

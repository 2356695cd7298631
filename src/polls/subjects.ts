/** A date poll as the group sees it, in its rooms. Subject `DATEPOLL:<poll>`. */
export const DATEPOLL = 'DATEPOLL';
/**
 * One person's own answers, in private. Subject `DATEVOTE:<poll>/<person>`; hung in another person's chat, that person
 * enters what was said by phone.
 */
export const DATEVOTE = 'DATEVOTE';
/** What the leader sees and decides, in private. Subject `POLLDESK:<poll>`. */
export const POLLDESK = 'POLLDESK';

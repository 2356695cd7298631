/** A decision as the group sees it, in its rooms. Subject `DECISION:<decision>`. */
export const DECISION = 'DECISION';
/**
 * One person's own vote, in private. Subject `BALLOT:<decision>/<person>`; hung in another person's chat, that person
 * enters what was said by phone or on paper.
 */
export const BALLOT = 'BALLOT';
/** What whoever leads sees and settles, in private. Subject `DECISIONDESK:<decision>`. */
export const DECISIONDESK = 'DECISIONDESK';

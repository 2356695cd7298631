import { toIso } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Kept, PersonalData } from '../people/personal-data.ts';
import type { SamePerson, StaffMember } from './records.ts';
import { RANK } from './staff.ts';

/** What the office keeps about a person: their place in the log, their role, questions whether they are somebody else. */
export const officeData: PersonalData = {
  key: 'office',
  export: async (records, personId) => ({
    log: (await records.office.auditOf(personId, 1_000)).map(({ at, act, eventKey, details }) => ({ at: toIso(at), act, event: eventKey, details })),
  }),
  describe: async () => [],
  // The act stays, the person does not.
  erase: async (turn, personId) => {
    await turn.unit.office.auditSubject(personId, null);
    turn.unit.office.removeStaff(personId);
    for (const proposal of await turn.unit.office.samePersonsWith(personId)) turn.unit.office.removeSamePerson(proposal.id);
  },
  merge,
  part,
};

interface Had {
  readonly staff: readonly StaffMember[];
  /** Of `from`: which entries are about them, and which by them. */
  readonly about: readonly string[];
  readonly by: readonly string[];
  readonly proposals: readonly SamePerson[];
}

/** The higher of two roles; the log follows; what is asked about one is asked about the other, unless it is answered now. */
async function merge(turn: Turn, from: string, into: string): Promise<Kept> {
  const { office } = turn.unit;
  const roles = [await office.staff(into), await office.staff(from)].filter((member) => member !== null);
  const entries = await office.auditAbout(from);
  const proposals = await office.samePersonsWith(from);
  const had: Had = {
    staff: roles,
    about: entries.filter(({ subjectId }) => subjectId === from).map(({ id }) => id),
    by: entries.filter(({ actorId }) => actorId === from).map(({ id }) => id),
    proposals,
  };
  const highest = roles.toSorted((a, b) => RANK[b.role] - RANK[a.role])[0];
  office.removeStaff(from);
  if (highest !== undefined) office.putStaff({ ...highest, personId: into });
  await office.auditSubject(from, into);
  for (const entry of await office.auditAbout(from)) office.audit({ ...entry, actorId: into });
  await moveProposals(turn, proposals, from, into);
  return { ...had };
}

/** Asked again is only whether somebody the office wrote down is a person in the chat. */
async function moveProposals(turn: Turn, proposals: readonly SamePerson[], from: string, into: string): Promise<void> {
  const { office } = turn.unit;
  const known = new Set((await office.samePersonsWith(into)).map(({ enteredId }) => enteredId));
  for (const proposal of proposals) {
    office.removeSamePerson(proposal.id);
    if (proposal.chatId === from && proposal.enteredId !== into && !known.has(proposal.enteredId)) office.putSamePerson({ ...proposal, chatId: into });
  }
}

async function part(turn: Turn, from: string, into: string, kept: Kept): Promise<void> {
  const { office } = turn.unit;
  const { staff, about, by, proposals } = kept as unknown as Had;
  office.removeStaff(into);
  for (const member of staff) office.putStaff(member);
  for (const entry of await office.auditAbout(into)) {
    const [wasAbout, wasBy] = [about.includes(entry.id), by.includes(entry.id)];
    if (wasAbout || wasBy) office.audit({ ...entry, subjectId: wasAbout ? from : entry.subjectId, actorId: wasBy ? from : entry.actorId });
  }
  for (const proposal of proposals) office.putSamePerson(proposal);
}

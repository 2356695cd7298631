import { EVENT } from '../events/cards.ts';
import type { Event } from '../events/records.ts';
import type { FileKind } from '../kernel/feature.ts';
import { MOST_BYTES, type KeptFile } from '../kernel/files.ts';
import type { CardCopy } from '../kernel/records.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Attachment } from '../kernel/update.ts';
import type { Records } from '../ports/store.ts';
import type { Language } from '../view/language.ts';
import { layBefore } from './minutes.ts';
import { fileName, isOfType, typeOf } from './minutes-types.ts';
import { isMember, isOffice, mayLead } from './roster.ts';
import { AGENDA, ATTENDANCE, MINUTES } from './subjects.ts';

/** Cards of a meeting: a file in reply to one of them is its minutes. */
const OF_A_MEETING: readonly string[] = [EVENT, MINUTES, AGENDA, ATTENDANCE];

/** A member has sent the minutes of a meeting as a file: it is fetched, if it is one that can be kept. */
export async function takeFile(turn: Turn, event: Event, attachment: Attachment): Promise<void> {
  const type = typeOf(attachment);
  if (type === null) return turn.answer(turn.t('minutes-file-type'));
  if ((attachment.size ?? 0) > MOST_BYTES) return turn.answer(turn.t('minutes-file-large'));
  const before = await turn.unit.groups.minutes(event.key);
  if (before?.state === 'APPROVED' && !(await mayLead(turn, event.workingGroup ?? ''))) return turn.answer(turn.t('minutes-approved-already'));
  await turn.want(`${MINUTES}:${event.key}`, attachment, { name: fileName(attachment.name, type, event.key), mime: type.mime });
  turn.answer(turn.t('minutes-file-coming'));
}

export function minutesFile(): FileKind {
  return {
    kind: MINUTES,
    offered: async (turn, copy) => {
      const event = await meetingOf(turn, copy);
      if (event === null || turn.attachment === null) return false;
      await takeFile(turn, event, turn.attachment);
      return true;
    },
    arrived,
    missed: async (turn, file, why) => tellSender(turn, file, (language) => language.t(why === 'TOO_LARGE' ? 'minutes-file-large' : 'minutes-file-gone')),
  };
}

/** The meeting that has begun, of a card of it, for whoever may write its minutes. null: none. */
async function meetingOf(turn: Turn, copy: CardCopy): Promise<Event | null> {
  const event = OF_A_MEETING.includes(copy.kind) ? await turn.unit.events.event(copy.subject.slice(copy.kind.length + 1)) : null;
  if (event?.workingGroup == null || event.state !== 'OPEN' || event.startAt > turn.now) return null;
  return isOffice(turn) || (await isMember(turn.unit, event.workingGroup, turn.actor.personId)) ? event : null;
}

/** The draft of the meeting's minutes from now on, before whoever leads. An older file of it goes. */
async function arrived(turn: Turn, file: KeptFile, bytes: Uint8Array): Promise<void> {
  const { groups, files, events } = turn.unit;
  const eventKey = file.subject.slice(MINUTES.length + 1);
  const [event, before] = [await events.event(eventKey), await groups.minutes(eventKey)];
  const refuse = (why: (language: Language) => string): Promise<void> => {
    files.removeFile(file.id);
    return tellSender(turn, file, why);
  };
  const type = typeOf(file);
  if (event?.workingGroup == null) return refuse((language) => language.t('minutes-file-gone'));
  if (type === null || !isOfType(type, bytes)) return refuse((language) => language.t('minutes-file-other'));
  // Approved while the file was on its way.
  if (before?.state === 'APPROVED' && !(await leads(turn.unit, event.workingGroup, file.sentBy))) return refuse((language) => language.t('minutes-approved-already'));
  for (const old of await files.filesOf(file.subject)) if (old.id !== file.id && old.state === 'KEPT') files.removeFile(old.id);
  groups.putMinutes({ eventKey, groupKey: event.workingGroup, texts: before?.texts ?? {}, link: before?.link ?? null, fileId: file.id, state: 'DRAFT', writtenBy: file.sentBy, writtenAt: turn.now, approvedAt: null });
  await turn.touch(`${MINUTES}:${eventKey}`);
  const laid = await layBefore(turn, event, event.workingGroup, file.id);
  await tellSender(turn, file, (language) => language.t(laid ? 'minutes-laid-before' : 'minutes-kept', { event: language.pick(event.title) }));
}

async function tellSender(turn: Turn, { sentBy }: KeptFile, text: (language: Language) => string): Promise<void> {
  if (sentBy !== null) await turn.tell(sentBy, text);
}

/** As {@link mayLead}, of somebody who is not acting now. */
async function leads(records: Records, groupKey: string, personId: string | null): Promise<boolean> {
  if (personId === null) return false;
  const role = (await records.office.staff(personId))?.role;
  if (role === 'OFFICER' || role === 'DEPUTY') return true;
  const own = await records.groups.membership(groupKey, personId);
  return own?.standing === 'MEMBER' && own.role !== 'MEMBER';
}

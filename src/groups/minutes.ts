import { whenText } from '../events/cards.ts';
import type { Event } from '../events/records.ts';
import type { CardKind } from '../kernel/feature.ts';
import { cleanText, isolate } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import type { Records } from '../ports/store.ts';
import { document, gap, line, link, strong, title, type Document } from '../view/document.ts';
import type { Language } from '../view/language.ts';
import { presentCount } from './attendance.ts';
import type { Minutes } from './records.ts';
import { isMember, isOffice, leadersOf, leadersOnly, mayLead, membersOf } from './roster.ts';
import { ARCHIVE, MINUTES } from './subjects.ts';

/** Longer minutes travel as a text file: a message has its limits, and nobody reads that much in a chat. */
const MESSAGE_LENGTH = 2_500;
const MAX_BYTES = 8_000;
/** So many minutes are offered with a button. */
const OFFERED = 12;
const LINK = /^https:\/\/[^\s]{3,300}$/u;

/** What was typed as minutes: a text, in one language; or the address of a file. */
export interface Written {
  readonly tag: string;
  readonly text: string | null;
  readonly link: string | null;
}

/** "en: We agreed …" names the language, else it is the first one; an https address alone names a file. */
export function readMinutes(turn: Turn, typed: string): Written {
  const { languages } = turn.house;
  const [, hint, rest] = /^([\p{L}-]{2,20}):\s*([\s\S]+)$/u.exec(typed) ?? [];
  const tag = hint === undefined ? null : languages.match(hint);
  const text = cleanText(tag === null ? typed : (rest ?? ''), MAX_BYTES);
  return { tag: tag ?? languages.fallback.tag, text: LINK.test(text) ? null : text, link: LINK.test(text) ? text : null };
}

/** Keeps what was written as the draft of a meeting's minutes and lays it before whoever leads. */
export async function write(turn: Turn, event: Event, written: Written): Promise<void> {
  const { groups } = turn.unit;
  const groupKey = event.workingGroup ?? '';
  const before = await groups.minutes(event.key);
  if (before?.state === 'APPROVED' && !(await mayLead(turn, groupKey))) return turn.answer(turn.t('minutes-approved-already'));
  const texts = written.text === null ? (before?.texts ?? {}) : { ...before?.texts, [written.tag]: written.text };
  const writtenBy = await turn.person();
  groups.putMinutes({ eventKey: event.key, groupKey, texts, link: written.link ?? before?.link ?? null, fileId: before?.fileId ?? null, state: 'DRAFT', writtenBy, writtenAt: turn.now, approvedAt: null });
  await turn.touch(`${MINUTES}:${event.key}`);
  const laid = await layBefore(turn, event, groupKey);
  turn.answer(turn.t(laid ? 'minutes-laid-before' : 'minutes-kept', { event: turn.language.pick(event.title) }));
}

/** Every leader within reach gets the draft with its buttons, and the file it came as; where none is, the office does. */
export async function layBefore(turn: Turn, event: Event, groupKey: string, fileId: string | null = null): Promise<boolean> {
  const leaders = (await leadersOf(turn.unit, groupKey)).map(({ personId }) => personId);
  const office = (await turn.unit.office.allStaff()).flatMap(({ personId, role }) => (role === 'HELPER' ? [] : personId));
  for (const circle of [leaders, office]) {
    let reached = false;
    for (const personId of circle) {
      const address = await turn.house.directory.addressOf(turn.unit, personId);
      if (address === null) continue;
      if (fileId !== null) turn.keptFile(address.room, fileId, titleOf(address.language, event), personId);
      await turn.repost(address.room, { kind: MINUTES, what: event.key, personId });
      reached = true;
    }
    if (reached) return true;
  }
  return false;
}

const titleOf = (language: Language, event: Event): string => language.t('minutes-title', { event: language.pick(event.title) });

/** The minutes as their reader's language has them, with what every paper of the process names: who pays, who was there. */
async function minutesDocument(records: Records, minutes: Minutes, event: Event, language: Language): Promise<Document> {
  const count = await presentCount(records, event.key);
  const funding = (await records.process.current())?.file.funding?.name ?? null;
  const file = minutes.fileId === null ? null : await records.files.file(minutes.fileId);
  const text = Object.keys(minutes.texts).length === 0 ? [] : language.pick(minutes.texts).split('\n');
  return document(
    title(strong(titleOf(language, event))),
    line(whenText(event, language)),
    ...(count === null ? [] : [line(language.t('minutes-present', { count: count.present, most: count.known }))]),
    gap,
    ...text.map((each) => (each === '' ? gap : line(each))),
    ...(minutes.link === null ? [] : [line(link(language.t('minutes-file'), minutes.link))]),
    ...(file === null ? [] : [line(language.t('minutes-as-file', { name: isolate(file.name) }))]),
    ...(funding === null ? [] : [gap, line(language.t('process-funding', { name: language.pick(funding) }))]),
  );
}

/** Sends approved minutes to one reader: as a message, or as a file where they are long; and the file they came as. */
async function send(turn: Turn, room: RoomId, language: Language, minutes: Minutes, event: Event, personId: string | null): Promise<void> {
  const content = await minutesDocument(turn.unit, minutes, event, language);
  const length = content.blocks.reduce((sum, block) => sum + lengthOf(block), 0);
  if (length <= MESSAGE_LENGTH) turn.say(room, content, personId);
  else turn.file(room, { name: `${event.key}.txt`, mime: 'text/plain', text: `${plainOf(content)}\n` }, titleOf(language, event), personId);
  if (minutes.fileId !== null) turn.keptFile(room, minutes.fileId, titleOf(language, event), personId);
}

function plainOf({ blocks }: Document): string {
  return blocks.map((block) => block.inlines.map((each) => (typeof each === 'string' ? each : each.text)).join('')).join('\n');
}

/** The draft before the leader: approved, it goes to every member within reach, once. */
export function minutesCard(): CardKind {
  return {
    kind: MINUTES,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const eventKey = copy.subject.slice(MINUTES.length + 1);
      const [event, minutes] = [await records.events.event(eventKey), await records.groups.minutes(eventKey)];
      const language = context.languages[0]!;
      if (event === null || minutes === null) return null;
      const shown = await minutesDocument(records, minutes, event, language);
      const open = minutes.state === 'DRAFT';
      return {
        document: document(...cut(shown), gap, line(language.t(open ? 'minutes-question' : 'minutes-are-approved'))),
        actions: [{ id: 'approve', label: language.t('action-approve'), row: 0 }],
        open,
      };
    },
    press: async (turn, copy, _actionId) => {
      const eventKey = copy.subject.slice(MINUTES.length + 1);
      const [event, minutes] = [await turn.unit.events.event(eventKey), await turn.unit.groups.minutes(eventKey)];
      if (event === null || minutes === null) return turn.refuse(turn.t('press-unknown'));
      if (!(await mayLead(turn, minutes.groupKey))) return turn.refuse(await leadersOnly(turn, minutes.groupKey));
      if (minutes.state === 'APPROVED') return turn.refuse(turn.t('press-closed'));
      const approved: Minutes = { ...minutes, state: 'APPROVED', approvedAt: turn.now };
      turn.unit.groups.putMinutes(approved);
      await turn.touch(copy.subject);
      await turn.touch(`${ARCHIVE}:${minutes.groupKey}`);
      let sent = 0;
      for (const { personId } of await membersOf(turn.unit, minutes.groupKey)) {
        const address = await turn.house.directory.addressOf(turn.unit, personId);
        if (address === null) continue;
        await send(turn, address.room, address.language, approved, event, personId);
        sent += 1;
      }
      turn.answer(turn.t('minutes-sent', { count: sent }));
    },
  };
}

/** A card shows the beginning of a long text; the whole of it goes out as a file. */
function cut({ blocks }: Document): Document['blocks'] {
  const kept: Document['blocks'][number][] = [];
  let left = MESSAGE_LENGTH;
  for (const block of blocks) {
    const length = lengthOf(block);
    if (length > left) {
      const [first] = block.inlines;
      return [...kept, line(`${typeof first === 'string' ? first.slice(0, left) : ''} …`)];
    }
    left -= length;
    kept.push(block);
  }
  return kept;
}

function lengthOf(block: Document['blocks'][number]): number {
  return block.inlines.reduce((sum, each) => sum + (typeof each === 'string' ? each : each.text).length, 1);
}

/** Approved minutes, newest first, each with a button. */
export function archiveCard(): CardKind {
  return {
    kind: ARCHIVE,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const group = await records.groups.group(copy.subject.slice(ARCHIVE.length + 1));
      const language = context.languages[0]!;
      if (group === null) return null;
      const rows = await approvedOf(records, group.key);
      return {
        document: document(
          title(strong(language.t('minutes-list-title', { group: language.pick(group.title) }))),
          ...rows.map(({ event }, index) => line(`${index + 1}. ${language.pick(event.title)}, ${language.shortDate(event.startAt, event.zone)}`)),
        ),
        actions: rows.map((_row, index) => ({ id: `m${index}`, label: language.t('action-minutes', { number: index + 1 }), row: index })),
        open: rows.length > 0,
      };
    },
    press: async (turn, copy, actionId) => {
      const groupKey = copy.subject.slice(ARCHIVE.length + 1);
      if (!isOffice(turn) && !(await isMember(turn.unit, groupKey, turn.actor.personId))) return turn.refuse(turn.t('group-members-only'));
      const chosen = (await approvedOf(turn.unit, groupKey))[Number(actionId.slice(1))];
      if (chosen === undefined) return turn.refuse(turn.t('press-unknown'));
      await send(turn, copy.room, turn.language, chosen.minutes, chosen.event, turn.actor.personId);
      turn.answer(turn.t('minutes-follow'));
    },
  };
}

export async function approvedOf(records: Records, groupKey: string): Promise<{ minutes: Minutes; event: Event }[]> {
  const found: { minutes: Minutes; event: Event }[] = [];
  for (const minutes of await records.groups.minutesOfGroup(groupKey)) {
    const event = minutes.state === 'APPROVED' ? await records.events.event(minutes.eventKey) : null;
    if (event !== null) found.push({ minutes, event });
  }
  return found.sort((a, b) => b.event.startAt - a.event.startAt).slice(0, OFFERED);
}

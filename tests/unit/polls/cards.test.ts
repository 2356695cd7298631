import { describe, expect, test } from 'vitest';
import { createMeetings } from '../../../src/groups/meetings.ts';
import { membersOf } from '../../../src/groups/roster.ts';
import type { CardKind } from '../../../src/kernel/feature.ts';
import type { CardCopy } from '../../../src/kernel/records.ts';
import { roomId } from '../../../src/kernel/update.ts';
import { deskCardKind } from '../../../src/polls/desk-card.ts';
import { gridCardKind } from '../../../src/polls/grid-card.ts';
import { groupCardKind } from '../../../src/polls/group-card.ts';
import type { PollParts } from '../../../src/polls/ports.ts';
import type { DateAnswer } from '../../../src/polls/records.ts';
import { MAX_SLOTS } from '../../../src/polls/slots.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { Card } from '../../../src/view/card.ts';
import { plain } from '../../../src/view/plain.ts';
import { languages, NOW, vote, withPoll } from './house.ts';

/** Telegram's limit of a message. */
const LONGEST = 4_096;
const MOST_BUTTONS = 100;

const parts = { rosters: { membersOf }, meetings: createMeetings({} as never) } as unknown as PollParts;
const members = Array.from({ length: 200 }, (_, index) => `Maximiliane-Alexandra Oberhuber-Schmidt ${index}`);
const bare = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '');

function copy(subject: string, personId: string | null, data: CardCopy['data'] = {}): CardCopy {
  return { id: 'c', kind: subject.slice(0, subject.indexOf(':')), subject, room: roomId('telegram', '1'), personId, messageId: '1', shownVersion: 0, digest: null, data, state: 'LIVE', createdAt: NOW, editedAt: null };
}

async function drawn(store: Store, kind: CardKind, card: CardCopy, tags: readonly string[] = ['de']): Promise<Card> {
  const found = await store.view((records) => kind.draw(records, card, { now: NOW, languages: tags.map((tag) => languages.of(tag)), deepLink: () => 'https://t.me/bot?start=x' }));
  if (found === null) throw new Error('nothing was drawn');
  return found;
}

async function fill(store: Store, slots: number): Promise<void> {
  const answers: DateAnswer[] = ['YES', 'IF_NEEDED', 'NO'];
  await store.transact(async ({ polls }) => {
    for (let slot = 1; slot <= slots; slot += 1) for (const [index, personId] of members.slice(0, 150).entries()) polls.putVote(vote(slot, personId, { answer: answers[(slot + index) % 3]!, comment: index < 30 ? 'x'.repeat(120) : null }));
    for (const personId of members.slice(0, 4)) polls.putMustHave({ pollId: 'p', personId });
  });
}

describe('the largest poll there can be', () => {
  test('fits into the messages of a messenger, in every state and on every page', () =>
    withPoll(async (store) => {
      await fill(store, MAX_SLOTS);
      const leader = members[0]!;
      const cards = [
        await drawn(store, groupCardKind(parts), copy('DATEPOLL:p', null), ['de']),
        await drawn(store, groupCardKind(parts), copy('DATEPOLL:p', null), ['de', 'de-easy']),
        await drawn(store, groupCardKind(parts), copy('DATEPOLL:p', null), ['de', 'en']),
        await drawn(store, deskCardKind(parts), copy('POLLDESK:p', leader)),
        await drawn(store, deskCardKind(parts), copy('POLLDESK:p', leader, { page: 'choose' })),
        await drawn(store, deskCardKind(parts), copy('POLLDESK:p', leader, { page: 'enter', people: members.slice(0, 20) })),
        await drawn(store, gridCardKind(parts), copy(`DATEVOTE:p/${leader}`, leader, { page: 3 })),
      ];
      await store.transact(async ({ polls }) => polls.putPoll({ ...(await polls.poll('p'))!, state: 'DRAFT', sectorMinimum: { CITIZENS: 2, ADMINISTRATION: 2 } }));
      for (const data of [{}, { page: 'dates' }, { page: 'must', people: members.slice(0, 20) }, { page: 'minimum' }, { page: 'sector' }, { page: 'closing' }, { page: 'tie' }]) cards.push(await drawn(store, deskCardKind(parts), copy('POLLDESK:p', leader, data)));
      for (const [index, card] of cards.entries()) {
        const text = plain(card.document);
        expect({ index, length: Math.max(LONGEST, text.length) }).toEqual({ index, length: LONGEST });
        expect(card.actions.length).toBeLessThanOrEqual(MOST_BUTTONS);
        for (const { id, label } of card.actions) {
          expect({ id, fits: /^[a-z0-9-]{1,12}$/u.test(id) }).toEqual({ id, fits: true });
          expect({ label, graphemes: Math.max(24, [...new Intl.Segmenter().segment(label)].length) }).toEqual({ label, graphemes: 24 });
          expect(label).toMatch(/\p{L}|\d/u);
        }
        for (const row of new Set(card.actions.map((action) => action.row))) expect(card.actions.filter((action) => action.row === row).length).toBeLessThanOrEqual(3);
      }
    }, members, MAX_SLOTS));
});

test('hidden results stand nowhere on the group’s card until the poll is closed', () =>
  withPoll(async (store) => {
    await store.transact(async ({ polls }) => polls.putVote(vote(1, members[1]!)));
    const shown = async (): Promise<string> => bare(plain((await drawn(store, groupCardKind(parts), copy('DATEPOLL:p', null))).document));
    expect(await shown()).not.toMatch(/1 Ja|beste Termin|■/);
    expect(await shown()).toContain('1 von 3 haben geantwortet.');
    await store.transact(async ({ polls }) => polls.putPoll({ ...(await polls.poll('p'))!, state: 'CLOSED' }));
    expect(await shown()).toContain('1 Ja, 0 Zur Not, 0 Nein · zurzeit der beste Termin');
  }, members.slice(0, 3), 2, { live: false }));

test('nobody’s name stands on the group’s card', () =>
  withPoll(async (store) => {
    await fill(store, 4);
    const text = plain((await drawn(store, groupCardKind(parts), copy('DATEPOLL:p', null))).document);
    for (const name of members) expect(text).not.toContain(name);
  }, members, 4));

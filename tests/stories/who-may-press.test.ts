import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CardCopy } from '../../src/kernel/records.ts';
import { roomId } from '../../src/kernel/update.ts';
import type { Unit } from '../../src/ports/store.ts';
import { account, openScene, presses, type Scene, type Someone } from '../support/door-people.ts';

/**
 * Cards whose buttons do what only some may. `of`: in whose private chat one hangs; `may`: what comes of a press;
 * `gone`: what comes of it once the office, the lead or the membership is no longer theirs.
 */
interface Row {
  readonly of: Someone;
  readonly what: (scene: Scene) => string;
  readonly action: string;
  readonly may: string;
  readonly gone: string;
  readonly data?: (scene: Scene) => Readonly<Record<string, unknown>>;
  readonly before?: (unit: Unit, scene: Scene) => void;
}

const id = (scene: Scene, who: Someone): string => scene.ids.get(who)!;
const asked = (scene: Scene): string => `ag-wohnen/${id(scene, 'resident')}`;

const RIGHTS: Readonly<Record<string, Row>> = {
  POLLDESK: { of: 'leader', what: ({ poll }) => poll, action: 'close', may: 'desk-closed', gone: 'group-no-leader' },
  DECISIONDESK: { of: 'leader', what: ({ decision }) => decision, action: 'close', may: 'decision-closed', gone: 'group-no-leader' },
  ATTENDANCE: { of: 'leader', what: ({ held }) => held, action: 'here-0', may: 'attendance-noted', gone: 'group-no-leader' },
  AGENDA: { of: 'leader', what: ({ held }) => held, action: 'x1', may: 'agenda-arranged', gone: 'group-no-leader' },
  MINUTES: {
    of: 'leader', what: ({ held }) => held, action: 'approve', may: 'minutes-sent', gone: 'group-no-leader',
    before: (unit, { held, door }) => unit.groups.putMinutes({ eventKey: held, groupKey: 'ag-wohnen', texts: { de: 'Wir' }, link: null, fileId: null, state: 'DRAFT', writtenBy: null, writtenAt: door.now, approvedAt: null }),
  },
  JOINING: {
    of: 'leader', what: asked, action: 'yes', may: 'joining-accepted', gone: 'group-no-leader',
    before: (unit, scene) => unit.groups.putMembership({ groupKey: 'ag-wohnen', personId: id(scene, 'resident'), role: 'MEMBER', sector: null, standing: 'ASKED', channel: 'TELEGRAM', enteredBy: null, since: scene.door.now }),
  },
  ARCHIVE: { of: 'member', what: () => 'ag-wohnen', action: 'm0', may: 'press-unknown', gone: 'group-members-only' },
  TASKS: { of: 'member', what: () => 'ag-wohnen', action: 'd1', may: 'task-finished', gone: 'group-members-only' },
  DATEVOTE: { of: 'member', what: (scene) => `${scene.poll}/${id(scene, 'member')}`, action: 'y1', may: 'poll-noted', gone: 'poll-refused-no-member' },
  BALLOT: { of: 'member', what: (scene) => `${scene.decision}/${id(scene, 'member')}`, action: 'o0', may: 'decision-noted', gone: 'decision-refused-no-member' },
  EVENT: { of: 'member', what: ({ ahead }) => ahead, action: 'yes', may: 'reply-attending', gone: 'refused-not-member' },
  GROUP: { of: 'member', what: () => 'ag-wohnen', action: 'members', may: 'group-roster-sent', gone: 'group-roster-members-only' },
  DATEPOLL: { of: 'member', what: ({ poll }) => poll, action: 'vote', may: 'card DATEVOTE', gone: 'poll-refused-no-member' },
  DECISION: { of: 'member', what: ({ decision }) => decision, action: 'vote', may: 'card BALLOT', gone: 'decision-refused-no-member' },
  SAME: {
    of: 'officer', what: () => 'proposal', action: 'apart', may: 'same-apart', gone: 'command-not-allowed',
    before: (unit, scene) => unit.office.putSamePerson({ id: 'proposal', eventKey: 'auftakt', enteredId: id(scene, 'left'), chatId: id(scene, 'resident'), state: 'OPEN', decidedBy: null, decidedAt: null }),
  },
  LINK: { of: 'officer', what: () => 'link', action: 'part', may: 'press-closed', gone: 'command-not-allowed' },
  ROOMREQUEST: { of: 'officer', what: () => 'x', action: 'no', may: 'here-not-bound', gone: 'command-not-allowed', data: (scene) => ({ room: roomId('telegram', '-1001'), key: 'ag-wohnen', askedBy: id(scene, 'leader') }) },
};

/** Cards on which everybody presses for themselves alone, or (a task) whoever it was given to. */
const OWN = ['PROMPT', 'OFFER', 'MOVED', 'BRING', 'HOWMANY', 'REMINDER', 'CHOICES', 'TASK', 'QUICKPOLL'];

let scene: Scene;
beforeAll(async () => void (scene = await openScene()), 60_000);
afterAll(() => scene.door.close());

const CARD = 'a-card-of-theirs';
const copy = (kind: string, of: Someone, what: string, data: Readonly<Record<string, unknown>> = {}): CardCopy => ({
  id: CARD, kind, subject: `${kind}:${what}`, room: roomId('telegram', String(account(of))), personId: id(scene, of), messageId: '6', shownVersion: 0, digest: null, data, state: 'LIVE', createdAt: scene.door.now, editedAt: null,
});

it('every kind of card is in one of the lists', () => {
  const without = [...scene.door.catalogue.cards.keys()].filter((kind) => !(kind in RIGHTS) && !OWN.includes(kind));
  expect(without.map((kind) => `${kind} is in no list: write into RIGHTS in tests/stories/who-may-press.test.ts who may press and what comes of it when they no longer may; into OWN where nobody needs a right.`)).toEqual([]);
});

it('a right is looked at when the button is pressed, not when the card was hung', async () => {
  const seen: Record<string, string[]> = {};
  for (const [kind, row] of Object.entries(RIGHTS)) {
    const press = presses(scene.door, row.of, row.of, scene.door.seals.seal(CARD, row.action));
    const hang = async (unit: Unit): Promise<void> => {
      row.before?.(unit, scene);
      unit.kernel.putCard(copy(kind, row.of, row.what(scene), row.data?.(scene)));
    };
    const lose = async (unit: Unit): Promise<void> => {
      await hang(unit);
      unit.office.removeStaff(id(scene, row.of));
      const membership = await unit.groups.membership('ag-wohnen', id(scene, row.of));
      if (membership !== null) unit.groups.putMembership({ ...membership, standing: 'LEFT', role: 'MEMBER' });
    };
    seen[kind] = [...(await scene.door.outcomes([press], hang)), ...(await scene.door.outcomes([press], lose))];
  }
  expect(seen).toEqual(Object.fromEntries(Object.entries(RIGHTS).map(([kind, { may, gone }]) => [kind, [may, gone]])));
});

it('nobody presses on a card that is not theirs, with a seal that is not ours, from a chat it does not hang in, or as a bot', async () => {
  const { door } = scene;
  const wrong: string[] = [];
  for (const kind of door.catalogue.cards.keys()) {
    const { of, action } = RIGHTS[kind] ?? { of: 'member' as const, action: 'yes' };
    const sealed = door.seals.seal(CARD, action);
    const forged = sealed.replace(/\.[\w-]{16}\.(?=[a-z0-9-]+$)/u, '.AAAAAAAAAAAAAAAA.');
    const tries = [
      ['of somebody else, in their own chat', presses(door, 'resident', 'resident', sealed)],
      ['of somebody else, in that person\'s chat', presses(door, 'resident', of, sealed)],
      ['by the officer, where it is not hers', presses(door, of === 'officer' ? 'deputy' : 'officer', of, sealed)],
      ['in a group', presses(door, of, 'group', sealed)],
      ['forged', presses(door, of, of, forged)],
      ['another card under this one\'s seal', presses(door, of, of, sealed.replace(CARD, 'a-card-of-others'))],
    ] as const;
    const outcomes = await door.outcomes([...tries.map(([, update]) => update), presses(door, 'bot', of, sealed)], async (unit) => unit.kernel.putCard(copy(kind, of, RIGHTS[kind]?.what(scene) ?? 'auftakt')));
    for (const [index, [how]] of tries.entries()) if (outcomes[index] !== 'press-unknown') wrong.push(`${kind}, ${how}: ${outcomes[index]}`);
    if (outcomes.at(-1) !== 'not-a-person') wrong.push(`${kind}, a bot: ${outcomes.at(-1)}`);
  }
  expect(wrong).toEqual([]);
});

it('a question asked in a group is answered by the one it was asked, on its buttons too', async () => {
  const { door } = scene;
  const hang = async (unit: Unit): Promise<void> => unit.kernel.putCard({ ...copy('PROMPT', 'leader', 'q', { text: '?', labels: ['Ja'], raw: ['ja'], account: String(account('leader')) }), room: roomId('telegram', '-1001'), personId: null });
  expect(await door.outcomes([presses(door, 'member', 'group', door.seals.seal(CARD, 'c0')), presses(door, 'leader', 'group', door.seals.seal(CARD, 'c0'))], hang)).toEqual(['press-not-yours', 'press-closed']);
});

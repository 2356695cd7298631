/** Numbers under a fresh card: decoration that nobody waits for and that goes first. */
import { setImmediate as immediately } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Seeding } from '../../../adapters/matrix/seeding.ts';
import { instant } from '../../../src/kernel/time.ts';
import { button } from './setup.ts';

const NAME = { id: 'in.1.1', firstMade: null };
const buttons = ['Zusage', 'Vielleicht', 'Absage', '+1 Person', '−1 Person'].map((label) => button(label));

/** A homeserver that notes what it gets and refuses from the `fails`-th event on. */
function scene(fails = Infinity) {
  const sent: { key: unknown; transaction: string }[] = [];
  let now = 1_000_000;
  const seeding = new Seeding(() => instant(now));
  const send = async (_room: string, _type: string, content: Readonly<Record<string, unknown>>, transaction: string): Promise<string> => {
    if (sent.length >= fails) throw new Error('too fast');
    sent.push({ key: (content['m.relates_to'] as { key: string }).key, transaction });
    return '$x';
  };
  return { sent, seeding, plant: (more = buttons) => seeding.plant({ send }, '!room:x', '$card', more, NAME), pass: (ms: number) => (now += ms) };
}

test('the first four actions, in order, each under a name of its own', async () => {
  const { sent, plant } = scene();
  plant([button('Details', { data: null, url: 'https://example.org' }), ...buttons]);
  expect(sent, 'nobody waits').toEqual([]);
  await immediately();
  expect(sent).toEqual([{ key: '1️⃣', transaction: 'in.1.1.r1' }, { key: '2️⃣', transaction: 'in.1.1.r2' }, { key: '3️⃣', transaction: 'in.1.1.r3' }, { key: '4️⃣', transaction: 'in.1.1.r4' }]);
});

test('none within a minute of a limit', async () => {
  const { sent, seeding, plant, pass } = scene();
  seeding.limited();
  pass(59_999);
  plant();
  await immediately();
  expect(sent).toEqual([]);
  pass(1);
  plant();
  await immediately();
  expect(sent).toHaveLength(4);
});

test('the first refusal ends it, for this card and the next minute', async () => {
  const { sent, seeding, plant } = scene(2);
  plant();
  plant();
  await immediately();
  await seeding.end();
  expect(sent).toHaveLength(2);
});

test('after the end nothing is planted', async () => {
  const { sent, seeding, plant } = scene();
  await seeding.end();
  plant();
  await seeding.end();
  expect(sent).toEqual([]);
});

import { afterEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';

const towns: Town[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.close();
});

/** What this bot has said to its group, apart from its card. */
const said = (town: Town): string[] => town.telegram.calls('sendMessage').filter(({ params, applied }) => applied && params['chat_id'] === town.group.id).map(({ params }) => String(params['text'])).filter((text) => !text.startsWith('Zusammenleben in Mössingen'));

/** The other's words arrive as another bot's, here even as a command. */
function hear(town: Town, text: string): void {
  town.telegram.world.updates.push('message', {
    message_id: 9_000 + town.telegram.calls().length, date: Math.floor(town.now / 1_000), chat: { id: town.group.id, type: 'supergroup', title: 'Zusammenleben in Mössingen' },
    from: { id: 4_242, is_bot: true, first_name: 'Miteinander', username: 'anderer_bot' }, text: `/hilfe ${text}`,
  });
}

it('two instances that hear each other for ten minutes exchange two messages at the most', { timeout: 60_000 }, async () => {
  for (let i = 0; i < 2; i += 1) towns.push(await Town.open());
  const [one, other] = towns as [Town, Town];
  const before = [said(one).length, said(other).length] as const;
  const heard = [...before];
  hear(one, 'Guten Tag');
  hear(other, 'Guten Tag');
  for (let second = 0; second < 600; second += 5) {
    for (const town of towns) await town.move('+5s');
    for (const text of said(one).slice(heard[0])) hear(other, text);
    for (const text of said(other).slice(heard[1])) hear(one, text);
    heard.splice(0, 2, said(one).length, said(other).length);
  }
  expect(heard[0]! + heard[1]! - before[0] - before[1]).toBeLessThanOrEqual(2);
});

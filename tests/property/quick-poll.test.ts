import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pollStart } from '../../adapters/matrix/poll.ts';
import type { TelegramApi } from '../../adapters/telegram/api.ts';
import { carryOut } from '../../adapters/telegram/outbound.ts';
import type { Turn } from '../../src/kernel/turn.ts';
import { roomId } from '../../src/kernel/update.ts';
import { optionsParam, questionParam } from '../../src/quickpolls/params.ts';
import type { Poll } from '../../src/view/card.ts';
import { say } from '../../src/view/document.ts';
import { RequestJudge } from '../support/telegram/schema.ts';

const turn = { t: (key: string) => key } as Turn;
const features = { dateTime: true, ephemeral: true };
const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.constantFrom('Kaffee', '@alle', 'a.de', '😀'.repeat(40), 'quorum=3', '👍', '👎', '?', ':', ''));
const typed = fc.tuple(piece, fc.constantFrom('? ', ': ', ' '), fc.array(piece, { maxLength: 14 }), fc.constantFrom(';', '\n', ',')).map(([question, mark, options, comma]) => question + mark + options.join(comma));

/** What the command makes of a line; null: it is refused, asks for more or ends one. */
async function read(line: string): Promise<Poll | null> {
  const question = await questionParam.take(line.trim(), turn, { place: { groupKey: null, rooms: [] } });
  if (question.kind !== 'value' || question.value === null) return null;
  const options = await optionsParam.take(question.rest, turn, { question: question.value });
  return options.kind === 'value' ? { question: question.value, options: options.value } : null;
}

test('whatever is typed, what is asked is what Telegram takes, uncut, and Matrix says the same', async () => {
  const judge = await RequestJudge.load(['sendPoll']);
  let asked = 0;
  await fc.assert(fc.asyncProperty(typed, async (line) => {
    const poll = await read(line);
    if (poll === null) return;
    asked += 1;
    const sent: Parameters<TelegramApi['sendPoll']>[0][] = [];
    const api = { sendPoll: async (params: Parameters<TelegramApi['sendPoll']>[0]) => (sent.push(params), { message_id: 1 }) } as unknown as TelegramApi;
    await carryOut({ op: 'poll', room: roomId('telegram', '-1'), poll, document: say('Mehr.') }, { api, features, withoutEphemeral: () => {} });
    expect(judge.objection('sendPoll', JSON.parse(JSON.stringify(sent[0])) as Record<string, unknown>)).toBeUndefined();
    const words = (text: string): string => text.replaceAll('\u2060', '');
    expect(words(sent[0]!.question)).toBe(words(poll.question));
    expect(sent[0]!.options.map((option) => words((option as { text: string }).text))).toEqual(poll.options.map(words));
    const start = pollStart(poll, say('Mehr.'))['org.matrix.msc3381.poll.start'] as { answers: Record<string, string>[] };
    expect(start.answers.map((answer) => words(answer['org.matrix.msc1767.text']!))).toEqual(poll.options.map(words));
  }), { numRuns: 500 });
  expect(asked, 'enough of what is typed can be asked').toBeGreaterThan(50);
});

import { loadavg } from 'node:os';
import { expect, test } from 'vitest';
import { evenly, foundCrowd, newest, type DoubleCrowd } from '../support/double-crowd.ts';
import { bare } from '../support/double-group.ts';
import { DoubleTown } from '../support/double-town.ts';
import type { PlainResident } from '../support/matrix/plain-resident.ts';
import { keycap } from '../support/matrix/resident.ts';
import { onSynapse } from '../support/matrix/synapse-suite.ts';
import type { Person } from '../support/telegram/person.ts';
import type { ScreenMessage } from '../support/telegram/screen.ts';

/** On each messenger; by four, so that the votes divide evenly. */
const EACH = 100;
const ALL = 2 * EACH;
const MINUTE = 60_000;
/** So long after the last vote both cards are true, ms. */
const TRUE_WITHIN = 10_000;

onSynapse('a working group of 200 on both messengers votes', (server) => {
  test('within a minute in a date poll, then within a minute in a secret decision: no flood, both cards true ten seconds later, nothing doubled', async () => {
    const town = await DoubleTown.open(server());
    try {
      const crowd = await foundCrowd(town, EACH);
      await datePoll(town, crowd);
      await decision(town, crowd);
      expect(town.telegram.floods).toEqual([]);
      expect(town.telegram.presses.filter(({ answer }) => answer === undefined)).toEqual([]);
      const times = town.telegram.sendsAndEdits(town.group).map(({ at }) => at);
      for (const from of times) expect(times.filter((at) => at >= from && at < from + MINUTE).length).toBeLessThanOrEqual(20);
    } finally {
      await town.close();
    }
  }, 1_200_000);
});

/** Every fourth cannot come to A; every second only if needed to B. */
async function datePoll(town: DoubleTown, crowd: DoubleCrowd): Promise<void> {
  const { lena } = crowd;
  lena.say('/terminumfrage Zweites Treffen: Di 13.11. 19-21, Do 15.11. 19 Uhr');
  await town.until(() => newest(town, lena, 'Umfrage öffnen') !== undefined, 'the draft');
  lena.press(newest(town, lena, 'Umfrage öffnen')!, 'Umfrage öffnen');
  const { said, sheets } = await everybodyHasTheirs(town, crowd, 'Terminumfrage', 'B: Ja');

  const load = loadavg()[0]!;
  const last = await voteInAMinute(crowd, {
    onTelegram: (person, index) => {
      const grid = newest(town, person, 'B: Ja')!;
      person.press(grid, index % 4 === 0 ? 'A: Nein' : 'A: Ja');
      person.press(grid, index % 2 === 0 ? 'B: Ja' : 'B: Zur Not');
      if (index % 10 === 0) person.press(grid, 'B: Ja');
    },
    // A reaction under the grid, then a number typed into the private chat; every tenth types it twice.
    onMatrix: async (resident, index) => {
      await resident.react(resident.direct, sheets.get(resident)!, keycap(index % 4 === 0 ? 3 : 1));
      await resident.say(index % 2 === 0 ? '4' : '5');
      if (index % 10 === 0) await resident.say('4');
    },
  });
  const isTrue = (text: string): boolean => text.includes(` ${(ALL / 4) * 3} Ja, 0 Zur Not, ${ALL / 4} Nein`) && text.includes(` ${EACH} Ja, ${EACH} Zur Not, 0 Nein · zurzeit der beste Termin`) && text.includes(`${ALL} von ${ALL} haben geantwortet.`);
  const took = await bothTrue(town, said, last, isTrue);

  const found = await town.store.view(async ({ polls }) => polls.votes((await polls.pollsOf('ag-wohnen'))[0]!.id));
  expect([found.length, new Set(found.map(({ personId }) => personId)).size]).toEqual([2 * ALL, ALL]);
  const own = await inPrivate(town, crowd.residents, last, (text) => text.startsWith('Terminumfrage'), (text, index) => (index % 4 === 0 ? /A: .* · Nein/u : /A: .* · Ja/u).test(text) && (index % 2 === 0 ? /B: .* · Ja/u : /B: .* · Zur Not/u).test(text));
  process.stdout.write(`date poll, ${ALL} voters in a minute: last vote to true card, ms: Telegram ${took.telegram}, Matrix ${took.matrix}; all private cards true ${own}; flood errors ${town.telegram.floods.length}; load ${load.toFixed(1)}\n`);
}

/** Several may be approved: everybody approves the first, every second the second too. */
async function decision(town: DoubleTown, crowd: DoubleCrowd): Promise<void> {
  const { lena } = crowd;
  lena.say('/abstimmung Womit beginnen wir? Café; Tandem; Spielabend');
  for (const label of ['Geheim abstimmen', 'Art der Abstimmung', 'Mehrere Stimmen', 'Zurück', 'Abstimmung öffnen']) {
    await town.until(() => newest(town, lena, label) !== undefined, label);
    lena.press(newest(town, lena, label)!, label);
    await town.until(() => town.telegram.presses.every(({ answer }) => answer !== undefined), 'an answer');
  }
  const { said, sheets } = await everybodyHasTheirs(town, crowd, 'Abstimmung', '+ A: Café');
  expect(sheets.size).toBe(EACH);

  const load = loadavg()[0]!;
  const last = await voteInAMinute(crowd, {
    onTelegram: (person, index) => {
      const ballot = newest(town, person, '+ A: Café')!;
      person.press(ballot, '+ A: Café');
      if (index % 2 === 0) person.press(ballot, '+ B: Tandem');
    },
    onMatrix: async (resident, index) => {
      await resident.say('1');
      if (index % 2 === 0) await resident.say('2');
    },
  });
  const counted = await bothTrue(town, said, last, (text) => text.includes(`${ALL} von ${ALL} haben abgestimmt.`));
  for (const text of [said.telegram(), said.matrix()]) expect(text).not.toMatch(/Café \d|Zustimmung\w* \d|\d Zustimmung/u);
  await town.until(() => newest(town, lena, 'Abstimmung beenden') !== undefined, 'the desk');
  lena.press(newest(town, lena, 'Abstimmung beenden')!, 'Abstimmung beenden');
  const ended = performance.now();
  const took = await bothTrue(town, said, ended, (text) => text.includes(`Beschlossen ist „Café“: Café ${ALL}, Tandem ${EACH}, Spielabend 0.`));

  const votes = await town.store.view(async ({ decisions }) => decisions.votes((await decisions.decisionsOf('ag-wohnen'))[0]!.id));
  expect([votes.length, votes.filter(({ choice }) => choice !== null).length]).toEqual([ALL, 0]);
  const own = await inPrivate(town, crowd.residents, ended, (text) => text.startsWith('Abstimmung'), (text) => text.includes('Beschlossen ist „Café“') && !text.includes('Ihre Wahl'));
  process.stdout.write(`secret decision, ${ALL} voters in a minute: last vote to true card, ms: Telegram ${counted.telegram}, Matrix ${counted.matrix}; its end to the outcome: Telegram ${took.telegram}, Matrix ${took.matrix}; all ballots without the choice ${own}; flood errors ${town.telegram.floods.length}; load ${load.toFixed(1)}\n`);
}

interface Said {
  readonly telegram: () => string;
  readonly matrix: () => string;
}

/** One card on each side; everybody asks for their own sheet there, and has it. */
async function everybodyHasTheirs(town: DoubleTown, { neighbours, residents }: DoubleCrowd, begin: string, button: string): Promise<{ said: Said; sheets: Map<PlainResident, string> }> {
  const cards = (): ScreenMessage[] => town.telegram.screen(town.group).filter(({ own, text }) => own && text.startsWith(begin));
  const target = (await town.host.untilSees(town.room, new RegExp(`^${begin}`, 'u'), 60_000)).id;
  await town.until(() => cards().length > 0, 'the card on Telegram', 60_000);
  for (const person of neighbours) person.press(cards()[0]!, 'Abstimmen');
  // Not all at once: a client whose sync leaves something out no longer knows the card it is to edit.
  const asked: Promise<string>[] = [];
  await evenly(residents, MINUTE / 2, (resident) => void asked.push(resident.react(town.room, target, keycap(1))));
  await Promise.all(asked);
  await town.until(() => neighbours.every((person) => newest(town, person, button) !== undefined), 'all sheets on Telegram', 120_000);
  const sheets = new Map<PlainResident, string>();
  await town.until(async () => {
    for (const resident of residents) {
      if (sheets.has(resident)) continue;
      const sheet = (await resident.reads(town.account.userId)).find(({ body }) => body.startsWith(begin));
      if (sheet === undefined) return false;
      sheets.set(resident, sheet.id);
    }
    return true;
  }, 'all sheets on Matrix', 300_000);
  await town.until(async () => (await town.bot.pulse()).unsent === 0, 'everything sent', 300_000);
  const matrix = (): string => {
    const seen = town.host.sees(town.room).filter(({ body }) => body.startsWith(begin));
    if (seen.length !== 1) throw new Error(`${seen.length} cards in the Matrix room`);
    return bare(seen[0]!.body);
  };
  const telegram = (): string => {
    if (cards().length !== 1) throw new Error(`${cards().length} cards in the Telegram group`);
    return bare(cards()[0]!.text);
  };
  return { said: { telegram, matrix }, sheets };
}

/** One of either messenger after the other. Answers when the last vote was in at its messenger. */
async function voteInAMinute({ neighbours, residents }: DoubleCrowd, act: { onTelegram: (person: Person, index: number) => void; onMatrix: (resident: PlainResident, index: number) => Promise<void> }): Promise<number> {
  const votes: Promise<void>[] = [];
  await evenly(neighbours, MINUTE, (person, index) => {
    act.onTelegram(person, index);
    votes.push(act.onMatrix(residents[index]!, index));
  });
  await Promise.all(votes);
  return performance.now();
}

async function bothTrue(town: DoubleTown, said: Said, since: number, isTrue: (text: string) => boolean): Promise<Record<keyof Said, number>> {
  const side = async (name: keyof Said): Promise<number> => {
    await town.until(() => isTrue(said[name]()), `the card on ${name} to be true`, 60_000).catch((error: Error) => {
      throw new Error(`${error.message}; it says ${said[name]()}`);
    });
    return Math.round(performance.now() - since);
  };
  const [telegram, matrix] = await Promise.all([side('telegram'), side('matrix')]);
  expect(Math.max(telegram, matrix)).toBeLessThanOrEqual(TRUE_WITHIN);
  return { telegram, matrix };
}

/** Answers the ms from `since` until no message waits and no card is behind; then each has one sheet, and it says what is true. */
async function inPrivate(town: DoubleTown, residents: readonly PlainResident[], since: number, isSheet: (text: string) => boolean, isTrue: (text: string, index: number) => boolean): Promise<number> {
  await town.until(async () => {
    const { unsent, behind } = await town.bot.pulse();
    return unsent + behind === 0;
  }, 'everything sent', 120_000);
  const took = Math.round(performance.now() - since);
  for (const [index, resident] of residents.entries()) {
    const sheets = (await resident.reads(town.account.userId)).filter(({ body }) => isSheet(body));
    expect(sheets).toHaveLength(1);
    expect([index, bare(sheets[0]!.body), isTrue(bare(sheets[0]!.body), index)]).toEqual([index, bare(sheets[0]!.body), true]);
  }
  return took;
}

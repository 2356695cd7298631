import { expect, it } from 'vitest';
import { instantFromIso } from '../../src/kernel/time.ts';
import { Stage } from '../support/faults-stage.ts';
import type { Person } from '../support/telegram/person.ts';

const PEOPLE = 60;
const QUIET = 3;

it('S7, killed: dead over the hour at which sixty are due, dead twice more while it catches up: nobody is missing, what came twice was under way, all say that they are late', { timeout: 60_000 }, async () => {
  const stage = await Stage.open({ at: '2018-11-20T09:00:00+01:00' });
  try {
    stage.officer.say(stage.group, '/hier');
    const people = Array.from({ length: PEOPLE }, (_each, i) => stage.resident(`Person${i}`, { started: true }));
    for (const [i, person] of people.entries()) {
      person.start();
      person.say('/zusage');
      if (i < QUIET) person.say('/ruhe 19-8');
    }
    await stage.move('2018-11-23T17:50:00+01:00');
    await stage.arm(null, 'kill');
    const before = stage.telegram.calls('sendMessage').length;
    // SIGKILL at 17:50. Raised at 19:30, it dies by SIGKILL among the reminders; raised again, it is abandoned among them.
    await stage.arm({ n: 70, side: 'after' }, 'kill', { n: 60, side: 'before' }, () => stage.clock.advanceTo(instantFromIso('2018-11-23T19:30:00+01:00'), async () => {}));
    await stage.move('2018-11-23T19:36:00+01:00');

    const reminders = (person: Person): string[] => stage.telegram.screen(person).filter(({ own, text }) => own && text.includes('Wir erinnern Sie')).map(({ text }) => text);
    const surplus = (whom: readonly Person[]): number[] => whom.filter((person) => reminders(person).length !== 1).map(({ id }) => id);
    const out = stage.sentAtDeath.map((sent) => sent - before);
    console.log(`S7 killed: ${stage.deaths.join('; ')}; ${out.join(' and ')} of ${PEOPLE - QUIET} were out, ${stage.underWay.size} under way, ${surplus(people.slice(QUIET)).length} came twice`);
    expect(out).toHaveLength(2);
    expect(out[0]).toBeGreaterThan(0);
    expect(out[1]).toBeGreaterThan(out[0]!);
    expect(out[1]).toBeLessThan(PEOPLE - QUIET);

    const rooms = [...stage.underWay.values()];
    const explained = (person: Person): number => 1 + rooms.filter((room) => room === `telegram:${person.id}`).length;
    for (const person of people.slice(QUIET)) {
      expect(reminders(person).length).toBeGreaterThanOrEqual(1);
      expect(reminders(person).length).toBeLessThanOrEqual(explained(person));
      for (const text of reminders(person)) expect(text).toMatch(/^Diese Nachricht kommt verspätet\..*23\.11\.2018 um 18:00 Uhr/u);
    }
    expect(people.slice(0, QUIET).map((person) => reminders(person).length)).toEqual(Array(QUIET).fill(0));
    await stage.move('2018-11-24T07:59:00+01:00');
    expect(people.slice(0, QUIET).map((person) => reminders(person).length)).toEqual(Array(QUIET).fill(0));
    await stage.move('2018-11-24T08:00:30+01:00');
    expect(people.slice(0, QUIET).map((person) => reminders(person).length)).toEqual(Array(QUIET).fill(1));
    expect(surplus(people).every((id) => rooms.includes(`telegram:${id}`))).toBe(true);
    expect(stage.telegram.violations).toEqual([]);
    expect(stage.fatal).toEqual([]);
  } finally {
    await stage.close();
  }
});

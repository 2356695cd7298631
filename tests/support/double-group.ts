import type { DoubleTown } from './double-town.ts';
import type { Human } from './matrix/human.ts';
import type { Person } from './telegram/person.ts';

/** AG Wohnen over both messengers: Lena, who leads it, and Boris on Telegram, Dora on Matrix; both rooms are the group's. */
export interface DoubleGroup {
  readonly lena: Person;
  readonly boris: Person;
  readonly dora: Human;
  /** Dora's private chat with the bot. */
  readonly direct: string;
  /** The newest message of the bot to somebody that has this button. */
  readonly newest: (person: Person, button: string) => ReturnType<DoubleTown['telegram']['screen']>[number];
}

export async function foundGroup(town: DoubleTown): Promise<DoubleGroup> {
  const [lena, boris] = ['Lena', 'Boris'].map((name) => town.neighbour(name)) as [Person, Person];
  for (const person of [lena, boris]) person.start();
  const dora = await town.human('dora', 'Dora');
  await dora.join(town.room);
  const direct = await town.direct(dora);
  for (const person of [lena, boris]) person.say('/ag beitreten AG Wohnen');
  await dora.say(direct, '!ag beitreten AG Wohnen');
  await dora.untilSees(direct, /Sie sind jetzt dabei/, 20_000);
  town.officer.say(town.group, '/hier ag-wohnen');
  await town.host.say(town.room, '!hier ag-wohnen');
  await agreeToRoom(town);
  await town.host.untilSees(town.room, /3 Mitglieder/, 20_000);
  town.officer.say('/ag leitung AG Wohnen Lena');
  await town.until(() => town.telegram.screen(lena).some(({ own, text }) => own && bare(text).includes('Sie leiten jetzt diese Gruppe')), 'the leader to know');
  return { lena, boris, dora, direct, newest: (person, button) => town.telegram.screen(person).findLast(({ own, buttons }) => own && buttons.includes(button))! };
}

/** Who moderates a room asks for a working group's cards; the office agrees. */
export async function agreeToRoom(town: DoubleTown): Promise<void> {
  const question = () => town.telegram.screen(town.officer).findLast(({ own, buttons }) => own && buttons.includes('Verbinden'));
  await town.until(() => question() !== undefined, 'the question to the office');
  town.officer.press(question()!, 'Verbinden');
}

/** Without the marks around people's words. */
export const bare = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '');

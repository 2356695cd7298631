import { agreeToRoom, bare } from './double-group.ts';
import type { DoubleTown } from './double-town.ts';
import { PlainResident } from './matrix/plain-resident.ts';
import type { Person } from './telegram/person.ts';
import type { ScreenMessage } from './telegram/screen.ts';

const AT_ONCE = 10;

/** AG Wohnen with many members on either messenger; its Telegram group and its encrypted Matrix room are bound to it. */
export interface DoubleCrowd {
  /** Leads it, on Telegram. */
  readonly lena: Person;
  readonly neighbours: readonly Person[];
  readonly residents: readonly PlainResident[];
}

/** Everybody opens the bot and joins by its own command. @param each members on each messenger, Lena among them on Telegram */
export async function foundCrowd(town: DoubleTown, each: number): Promise<DoubleCrowd> {
  const [lena, ...others] = Array.from({ length: each }, (_, i) => town.neighbour(i === 0 ? 'Lena' : `Person${i}`)) as [Person, ...Person[]];
  const neighbours = [lena, ...others];
  for (const person of neighbours) {
    person.start();
    person.say('/ag beitreten AG Wohnen');
  }
  const residents: PlainResident[] = [];
  const bot = town.account.userId;
  for (let i = 0; i < each; i += AT_ONCE) {
    const came = await Promise.all(Array.from({ length: Math.min(AT_ONCE, each - i) }, async (_, j) => PlainResident.arrive(town.server.url, await town.server.register(`r${i + j}`, `Bewohner${i + j}`), town.room, bot)));
    for (const resident of came) {
      await town.until(() => resident.isMet(bot), 'the bot in a private chat', 120_000);
      await resident.say('!ag beitreten AG Wohnen');
    }
    residents.push(...came);
  }
  await town.until(async () => (await members(town)) === 2 * each, `${2 * each} members`, 120_000);
  town.officer.say(town.group, '/hier ag-wohnen');
  await town.host.say(town.room, '!hier ag-wohnen');
  await agreeToRoom(town);
  await town.host.untilSees(town.room, new RegExp(`${2 * each} Mitglieder`, 'u'), 60_000);
  town.officer.say('/ag leitung AG Wohnen Lena');
  await town.until(() => town.telegram.screen(lena).some(({ own, text }) => own && bare(text).includes('Sie leiten jetzt diese Gruppe')), 'the leader to know');
  return { lena, neighbours, residents };
}

async function members(town: DoubleTown): Promise<number> {
  return (await town.store.view(({ groups }) => groups.memberships('ag-wohnen'))).length;
}

/** The newest message of the bot to somebody that has this button. */
export function newest(town: DoubleTown, person: Person, button: string): ScreenMessage | undefined {
  return town.telegram.screen(person).findLast(({ own, buttons }) => own && buttons.includes(button));
}

/** One after the other, evenly over `ms`; each as soon as it is their turn, none waits for another's answer. */
export async function evenly<T>(people: readonly T[], ms: number, act: (person: T, index: number) => void): Promise<void> {
  const begun = performance.now();
  for (const [index, person] of people.entries()) {
    const wait = begun + (index / people.length) * ms - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    act(person, index);
  }
}

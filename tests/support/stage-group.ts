import type { Stage } from './faults-stage.ts';
import type { Person } from './telegram/person.ts';
import type { Room } from './telegram/room.ts';
import type { ScreenMessage } from './telegram/screen.ts';

/** AG Wohnen of the process file before the bot that may die: all its members have opened the bot, the first of them leads. */
export interface StageGroup {
  readonly room: Room;
  readonly lena: Person;
  readonly others: readonly Person[];
}

export async function foundGroup(stage: Stage, ...names: readonly string[]): Promise<StageGroup> {
  const room = stage.telegram.supergroup({ title: 'AG Wohnen', members: [stage.officer] });
  stage.officer.say(room, '/hier ag-wohnen');
  await stage.move('+5s');
  const [lena, ...others] = ['Lena', ...names].map((first_name) => {
    const person = stage.telegram.user({ first_name, language_code: 'de' });
    room.admit(person);
    person.start();
    person.say('/ag beitreten AG Wohnen');
    return person;
  }) as [Person, ...Person[]];
  await stage.move('+25s');
  stage.officer.say('/ag leitung AG Wohnen Lena');
  await stage.move('+25s');
  return { room, lena, others };
}

/** The newest card in the group's room whose text begins so. */
export function cardIn(stage: Stage, room: Room, begin: string): ScreenMessage {
  const card = stage.telegram.screen(room).findLast(({ own, text }) => own && text.startsWith(begin));
  if (card === undefined) throw new Error(`there is no card ${begin}`);
  return card;
}

/** A draft is written, its rules are pressed, it opens. */
export async function openDecision(stage: Stage, { lena }: StageGroup, typed: string, ...rules: readonly string[]): Promise<void> {
  lena.say(typed);
  await stage.move('+5s');
  for (const label of [...rules, 'Abstimmung öffnen']) {
    stage.pressLast(lena, label);
    await stage.move('+3s');
  }
  await stage.move('+20s');
}

/** Fetches the ballot and presses on it. */
export async function cast(stage: Stage, { room }: StageGroup, person: Person, label: string): Promise<void> {
  person.press(cardIn(stage, room, 'Abstimmung'), 'Abstimmen');
  await stage.move('+3s');
  stage.pressLast(person, label);
  await stage.move('+3s');
}

import type { Scenario } from './scenarios.ts';
import { cardIn, cast, foundGroup, openDecision, type StageGroup } from './stage-group.ts';
import type { Person } from './telegram/person.ts';

/** Long enough for a call of unknown outcome to be tried once more. */
const A_WHILE = '+25s';

const datePoll: Scenario<{ lena: Person; ayse: Person }> = {
  name: 'a member votes in a date poll, the leader chooses a date, the member confirms',
  async prepare(stage) {
    const { room, lena, others } = await foundGroup(stage, 'Ayşe');
    const [ayse] = others as [Person];
    lena.say('/terminumfrage Zweites Treffen: Di 13.11. 19-21, Do 15.11. 19-21');
    await stage.move('+5s');
    stage.pressLast(lena, 'Umfrage öffnen');
    await stage.move(A_WHILE);
    ayse.press(cardIn(stage, room, 'Terminumfrage'), 'Abstimmen');
    await stage.move(A_WHILE);
    return { lena, ayse };
  },
  async play(stage, { lena, ayse }) {
    stage.pressLast(ayse, 'A: Zur Not');
    stage.pressLast(ayse, 'B: Ja');
    stage.pressLast(ayse, 'A: Ja');
    await stage.move(A_WHILE);
    stage.pressLast(lena, 'Festlegen: Di., 13.11.');
    await stage.move(A_WHILE);
    stage.pressLast(ayse, 'Zusage');
    await stage.move(A_WHILE);
  },
};

const secretDecision: Scenario<StageGroup> = {
  name: 'a secret vote is cast, cast anew, counted and forgotten',
  async prepare(stage) {
    const group = await foundGroup(stage, 'Ayşe', 'Boris');
    await openDecision(stage, group, '/abstimmung Wo treffen wir uns? Rathaus; Bürgerhaus', 'Geheim abstimmen');
    await cast(stage, group, group.others[1]!, 'A: Rathaus');
    await cast(stage, group, group.others[0]!, 'A: Rathaus');
    await stage.move(A_WHILE);
    return group;
  },
  async play(stage, { lena, others: [ayse] }) {
    stage.pressLast(ayse!, 'B: Bürgerhaus');
    await stage.move(A_WHILE);
    stage.pressLast(lena, 'Abstimmung beenden');
    // Whoever dies before the files are scrubbed does it a minute after the next start.
    await stage.move('+3m');
  },
};

export const groupScenarios: readonly Scenario[] = [datePoll, secretDecision];

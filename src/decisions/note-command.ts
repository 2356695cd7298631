import { absent, command, firstWord, problem, value, type Command, type Param } from '../kernel/command.ts';
import { cleanLine } from '../kernel/text.ts';
import { touchAll } from './model.ts';
import type { DecisionParts } from './ports.ts';
import type { Decision } from './records.ts';

const NOTE_GRAPHEMES = 300;

/** What came out stays as it is; whoever leads can write beside it what was wrong. */
export function noteCommand(parts: DecisionParts): Command {
  return command({
    name: 'berichtigung', aliases: ['correction'], who: 'everyone', menu: 'none', where: 'private',
    params: { decision: closedParam, words: wordsParam },
    run: async (turn, { decision, words }) => {
      if (!(await parts.rosters.mayLead(turn, decision.groupKey))) return turn.refuse(await parts.rosters.leadersOnly(turn, decision.groupKey));
      turn.unit.decisions.putNote({ id: turn.house.ids.id(), decisionId: decision.id, text: words, writtenBy: await turn.person(), writtenAt: turn.now });
      await touchAll(turn, decision);
      turn.answer(turn.t('decision-note-kept'));
    },
  });
}

/** Named by its id, as the desk's button does. */
const closedParam: Param<Decision> = {
  take: async (text, turn) => {
    const { word, rest } = firstWord(text);
    const decision = word === '' ? null : await turn.unit.decisions.decision(word);
    return decision?.state === 'CLOSED' ? value(decision, word, rest) : problem(turn.t('decision-note-where'));
  },
  ask: null,
};

const wordsParam: Param<string> = {
  take: async (text) => {
    const words = cleanLine(text, NOTE_GRAPHEMES);
    return words === '' ? absent : value(words, text);
  },
  ask: async (turn) => ({ text: turn.t('decision-note-ask'), choices: [] }),
};

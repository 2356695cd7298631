import { command, firstWord, value, type Command, type Param } from '../kernel/command.ts';
import { zoneOf } from '../polls/params.ts';
import { hangBallot } from './casting.ts';
import { mayVote, takesVotes } from './model.ts';
import { noteCommand } from './note-command.ts';
import { draft } from './opening.ts';
import { optionsParam, questionParam } from './params.ts';
import { sendPictures } from './picture.ts';
import type { DecisionParts } from './ports.ts';
import { sendTables } from './sheet.ts';
import { DECISIONDESK } from './subjects.ts';

export function decisionCommands(parts: DecisionParts): Command[] {
  return [startCommand(parts), listCommand(parts), noteCommand(parts)];
}

/** `/abstimmung Frage? Option A; Option B`: a draft whose rules are set with buttons, then opened. */
function startCommand(parts: DecisionParts): Command {
  return command({
    name: 'abstimmung', aliases: ['decision'], who: 'everyone', menu: 'help',
    params: { group: parts.rosters.ledGroupParam, question: questionParam, options: optionsParam },
    run: async (turn, { group, question, options }) => {
      if (!(await parts.rosters.mayLead(turn, group.key))) return turn.refuse(await parts.rosters.leadersOnly(turn, group.key));
      const room = turn.isPrivate ? turn.place.room : turn.actor.privateRoom;
      if (room === null) return turn.refuse(turn.t('decision-draft-private'));
      const { id } = await draft(turn, group, await zoneOf(turn), question, options);
      await turn.repost(room, { kind: DECISIONDESK, what: id, personId: await turn.person() });
      if (!turn.isPrivate) turn.answer(turn.t('decision-draft-sent'));
    },
  });
}

/** Words people look for, in either language. */
const FORMS: Readonly<Record<string, 'picture' | 'table'>> = { bild: 'picture', picture: 'picture', tabelle: 'table', table: 'table' };

const formParam: Param<'ballots' | 'picture' | 'table'> = {
  take: async (text) => {
    const { word, rest } = firstWord(text);
    const form = FORMS[word.toLowerCase()];
    return form === undefined ? value('ballots', '', text) : value(form, word, rest);
  },
  ask: null,
};

/**
 * `/abstimmungen`: in private the ballots of what is open for the actor, and the desks of what they lead. `/abstimmungen
 * Bild`: what came out, to look at. `/abstimmungen Tabelle`: in private, for whoever leads.
 */
function listCommand(parts: DecisionParts): Command {
  return command({
    name: 'abstimmungen', aliases: ['decisions'], who: 'everyone', menu: 'help', params: { form: formParam },
    run: async (turn, { form }) => {
      if (form === 'picture') return sendPictures(turn, parts);
      if (!turn.isPrivate) return turn.refuse(turn.t('data-in-private'));
      if (form === 'table') return (await sendTables(turn, parts)) ? undefined : turn.refuse(turn.t('decisions-no-outcome'));
      let shown = 0;
      for (const group of await turn.unit.groups.groups()) {
        const leads = await parts.rosters.mayLead(turn, group.key);
        for (const decision of (await turn.unit.decisions.decisionsOf(group.key)).reverse()) {
          const votes = takesVotes(decision, turn) && (await mayVote(turn.unit, decision, turn.actor.personId));
          if (votes || (leads && decision.state !== 'CLOSED')) shown += 1;
          if (votes) await hangBallot(turn, turn.place.room, decision.id, await turn.person(), await turn.person());
          if (leads && decision.state !== 'CLOSED') await turn.repost(turn.place.room, { kind: DECISIONDESK, what: decision.id, personId: await turn.person() });
        }
      }
      turn.answer(shown === 0 ? turn.t('decisions-none') : turn.t('decisions-open', { count: shown }));
    },
  });
}

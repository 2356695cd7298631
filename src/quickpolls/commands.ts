import type { Rosters } from '../groups/ports.ts';
import { command, type Command } from '../kernel/command.ts';
import type { Turn } from '../kernel/turn.ts';
import { ask, end, openIn } from './card.ts';
import { optionsParam, questionParam } from './params.ts';
import { alreadyAsked, placeParam } from './place.ts';

/** `/stimmungsbild Kaffee oder Tee? Kaffee; Tee; beides`, and `/stimmungsbild ende`, best in reply to it. */
export function quickPollCommand(rosters: Rosters): Command {
  return command({
    name: 'stimmungsbild', aliases: ['quickpoll', 'kurzumfrage'], who: 'everyone', menu: 'help',
    params: { place: placeParam(rosters), question: questionParam, options: optionsParam },
    run: async (turn, { place, question, options }) => {
      if (question === null) return endOne(turn);
      const refused = await alreadyAsked(turn, place, question);
      if (refused !== null) return turn.refuse(refused);
      ask(turn, { question, options });
    },
  });
}

/** The one that was replied to, else the newest of the room. */
async function endOne(turn: Turn): Promise<void> {
  const replyTo = turn.update?.what.kind === 'text' ? turn.update.what.replyTo : null;
  const open = await openIn(turn.unit, turn.place.room);
  const meant = replyTo === null ? open.at(-1) : open.find(({ copy }) => copy.messageId === replyTo);
  if (meant === undefined) return turn.refuse(turn.t(open.length === 0 ? 'quickpoll-none' : 'quickpoll-not-that'));
  await end(turn, meant.copy);
  turn.answer(turn.t('quickpoll-ended'));
}

import { document, line, say } from '../view/document.ts';
import type { CardKind } from './feature.ts';
import type { Command } from './command.ts';
import { answerDialog, PROMPT } from './dialog.ts';

/** The card of an open question: its choices as actions `c0`, `c1`, … Answered or aborted, it loses them. */
export function promptCard(commands: () => ReadonlyMap<string, Command>): CardKind {
  return {
    kind: PROMPT,
    prefetch: async () => {},
    draw: async (_records, copy, context) => {
      const { text, labels, closed, chosen } = copy.data as { text: string; labels: string[]; closed?: boolean; chosen?: string };
      const hint = labels.length === 0 && closed !== true ? [line(context.languages[0]!.t('dialog-abort-hint'))] : [];
      const answer = chosen === undefined ? [] : [line(`→ ${chosen}`)];
      return {
        document: document(...say(text).blocks, ...hint, ...answer),
        actions: labels.map((label, index) => ({ id: `c${index}`, label, row: labels.length <= 3 ? 0 : index })),
        open: closed !== true,
      };
    },
    press: async (turn, copy, actionId) => {
      const { labels, raw, account } = copy.data as { labels: string[]; raw: string[]; account: string };
      const index = Number(actionId.slice(1));
      const text = raw[index];
      if (account !== turn.actor.account) return turn.answer(turn.t('press-not-yours'));
      if (text === undefined) return turn.answer(turn.t('press-unknown'));
      await turn.close(copy, { ...copy.data, chosen: labels[index] });
      turn.talk();
      if (!(await answerDialog(turn, commands(), text))) turn.answer(turn.t('press-closed'));
    },
  };
}

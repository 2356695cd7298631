import { optionsIn, saidTwice, takeQuestion } from '../decisions/params.ts';
import { absent, problem, value, type Param, type Taken } from '../kernel/command.ts';
import type { Turn } from '../kernel/turn.ts';
import { human } from '../view/language.ts';
import type { Place } from './place.ts';

/** What every messenger shows whole (Telegram: 300 and 100 units; some signs get a companion on the way). */
const QUESTION_UNITS = 250;
const OPTION_UNITS = 80;
/** Telegram's limit, which is the smallest: https://core.telegram.org/bots/api#sendpoll */
const MOST_OPTIONS = 12;
/** Longer than anything that is accepted, so that nothing is cut silently. */
const ANY = 8_192;

const END = /^(?:ende|beenden|schluss|end|stop|close)$/iu;
/** `quorum=5`, `--geheim`: so somebody types who wants rules. */
const RULE = /(?<![\p{L}\p{N}])(?:(?:quorum|mindestbeteiligung|mehrheit|majority|gleichstand|tie|frist|bis|deadline|until|closes|geheim|secret|offen|anonym|methode|method|regel|rule)\s*=\s*[^\s;,]+|--\p{L}+(?:=[^\s;,]+)?)/iu;

/** What is asked; null: nothing, one is to end. */
export const questionParam: Param<string | null> = {
  take: async (text, turn, { place }) => {
    if (END.test(text.trim())) return value(null, text);
    // Each room would count its own.
    if ((place as Place).rooms.length > 1) return problem(turn.t('quickpoll-several-rooms'));
    const rule = ruleIn(text, turn);
    if (rule !== null) return rule;
    const taken = takeQuestion(text, ANY);
    return taken.kind === 'value' && taken.value.length > QUESTION_UNITS ? problem(turn.t('quickpoll-question-long', { most: QUESTION_UNITS })) : taken;
  },
  ask: async (turn) => ({ text: turn.t('quickpoll-ask-question'), choices: [] }),
};

function ruleIn(text: string, turn: Turn): Taken<never> | null {
  const rule = RULE.exec(text)?.[0];
  return rule === undefined ? null : problem(turn.t('quickpoll-rule', { given: human(rule) }));
}

/** Two to twelve, each once; none where one is to end. */
export const optionsParam: Param<readonly string[]> = {
  take: async (text, turn, { question }) => {
    if (question === null) return value([], text);
    if (text.trim() === '') return absent;
    const rule = ruleIn(text, turn);
    if (rule !== null) return rule;
    const options = optionsIn(text, ANY);
    if (options.length < 2) return problem(turn.t('quickpoll-one-option'));
    if (options.length > MOST_OPTIONS) return problem(turn.t('quickpoll-too-many', { count: options.length, most: MOST_OPTIONS }));
    if (options.some((each) => each.length > OPTION_UNITS)) return problem(turn.t('quickpoll-option-long', { most: OPTION_UNITS }));
    const twice = saidTwice(options);
    return twice === undefined ? value(options, text) : problem(turn.t('quickpoll-twice', { given: human(twice) }));
  },
  ask: async (turn) => ({ text: turn.t('quickpoll-ask-options'), choices: [{ label: turn.t('action-decision-yes-no'), raw: turn.t('decision-yes-no') }] }),
};

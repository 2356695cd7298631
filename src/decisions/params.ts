import { absent, problem, value, type Param } from '../kernel/command.ts';
import { cleanLine, normalizeForCompare } from '../kernel/text.ts';
import { human } from '../view/language.ts';

const QUESTION_GRAPHEMES = 200;
const OPTION_GRAPHEMES = 60;
const MOST_OPTIONS = 10;

/** "Frage? Option A; Option B": what stands before the first question mark or colon. Without one, all that was typed, as long as it holds no list. */
export const questionParam: Param<string> = {
  take: async (text) => {
    const [, before, after = ''] = /^([^?:;\n]*(?:\?|:(?=\s|$)))\s*([^]*)$/u.exec(text) ?? [];
    if (before !== undefined) {
      const question = cleanLine(before.endsWith(':') ? before.slice(0, -1) : before, QUESTION_GRAPHEMES);
      if (question !== '' && question !== '?') return value(question, before, after);
    }
    const whole = cleanLine(text, QUESTION_GRAPHEMES);
    return whole === '' || /[;\n]/u.test(text.trim()) ? absent : value(whole, text);
  },
  ask: async (turn) => ({ text: turn.t('decision-ask-question'), choices: [] }),
};

/** "Option A; Option B": two to ten, each once. Where there is no semicolon and no line break, commas part them. */
export const optionsParam: Param<readonly string[]> = {
  take: async (text, turn) => {
    if (text.trim() === '') return absent;
    const options = text.split(/[;\n]/u.test(text) ? /[;\n]/u : /,/u).map((each) => cleanLine(each, OPTION_GRAPHEMES)).filter((each) => each !== '');
    if (options.length < 2) return problem(turn.t('decision-one-option'));
    if (options.length > MOST_OPTIONS) return problem(turn.t('decision-too-many', { count: options.length, most: MOST_OPTIONS }));
    const twice = options.find((each, index) => options.findIndex((other) => normalizeForCompare(other) === normalizeForCompare(each)) !== index);
    return twice === undefined ? value(options, text) : problem(turn.t('decision-twice', { given: human(twice) }));
  },
  ask: async (turn) => ({ text: turn.t('decision-ask-options'), choices: [{ label: turn.t('action-decision-yes-no'), raw: turn.t('decision-yes-no') }] }),
};

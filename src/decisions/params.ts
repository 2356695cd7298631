import { absent, problem, value, type Param, type Taken } from '../kernel/command.ts';
import { cleanLine, normalizeForCompare } from '../kernel/text.ts';
import { human } from '../view/language.ts';

const QUESTION_GRAPHEMES = 200;
const OPTION_GRAPHEMES = 60;
const MOST_OPTIONS = 10;

/** "Frage? Option A; Option B": what stands before the first question mark or colon. Without one, all that was typed, as long as it holds no list. */
export function takeQuestion(text: string, graphemes: number): Taken<string> {
  const [, before, after = ''] = /^([^?:;\n]*(?:\?|:(?=\s|$)))\s*([^]*)$/u.exec(text) ?? [];
  if (before !== undefined) {
    const question = cleanLine(before.endsWith(':') ? before.slice(0, -1) : before, graphemes);
    if (question !== '' && question !== '?') return value(question, before, after);
  }
  const whole = cleanLine(text, graphemes);
  return whole === '' || /[;\n]/u.test(text.trim()) ? absent : value(whole, text);
}

/** "Option A; Option B". Where there is no semicolon and no line break, commas part them. */
export function optionsIn(text: string, graphemes: number): string[] {
  return text.split(/[;\n]/u.test(text) ? /[;\n]/u : /,/u).map((each) => cleanLine(each, graphemes)).filter((each) => each !== '');
}

/** The first that says the same as one before it. Signs without letters are compared as they are. */
export function saidTwice(options: readonly string[]): string | undefined {
  const said = options.map((each) => normalizeForCompare(each) || each);
  return options.find((_each, index) => said.indexOf(said[index]!) !== index);
}

export const questionParam: Param<string> = {
  take: async (text) => takeQuestion(text, QUESTION_GRAPHEMES),
  ask: async (turn) => ({ text: turn.t('decision-ask-question'), choices: [] }),
};

/** Two to ten, each once. */
export const optionsParam: Param<readonly string[]> = {
  take: async (text, turn) => {
    if (text.trim() === '') return absent;
    const options = optionsIn(text, OPTION_GRAPHEMES);
    if (options.length < 2) return problem(turn.t('decision-one-option'));
    if (options.length > MOST_OPTIONS) return problem(turn.t('decision-too-many', { count: options.length, most: MOST_OPTIONS }));
    const twice = saidTwice(options);
    return twice === undefined ? value(options, text) : problem(turn.t('decision-twice', { given: human(twice) }));
  },
  ask: async (turn) => ({ text: turn.t('decision-ask-options'), choices: [{ label: turn.t('action-decision-yes-no'), raw: turn.t('decision-yes-no') }] }),
};

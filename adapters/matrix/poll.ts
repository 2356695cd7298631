import type { Poll } from '../../src/view/card.ts';
import type { Document } from '../../src/view/document.ts';
import { inert } from '../../src/view/inert.ts';
import { render } from './render.ts';
import { POLL, TEXT, type Content } from './wire.ts';

/**
 * The content of a poll as clients send it (MSC3381): disclosed, so that everybody sees how it stands, one answer each. It
 * has no place for a word beside the question, so the document stands in brackets behind it; clients break the line or do not.
 * Answers are named by their number, so that the same call again is the same poll.
 */
export function pollStart({ question, options }: Poll, document: Document): Content {
  const asked = `${inert(question)}\n(${String(render(document, [])['body'])})`;
  const answers = options.map((option, index) => ({ id: String(index + 1), [TEXT]: inert(option) }));
  return {
    ...spoken([asked, ...answers.map(({ id, [TEXT]: text }) => `${id}. ${text}`)].join('\n')),
    [`${POLL}.start`]: { question: { msgtype: 'm.text', ...spoken(asked) }, kind: `${POLL}.disclosed`, max_selections: 1, answers },
    'm.mentions': {},
  };
}

/** The end of the poll that this event began; clients count no answer sent after it. */
export function pollEnd(poll: string, document: Document): Content {
  return { ...spoken(String(render(document, [])['body'])), [`${POLL}.end`]: {}, 'm.relates_to': { rel_type: 'm.reference', event_id: poll }, 'm.mentions': {} };
}

/** For clients that know no polls. */
const spoken = (text: string): Content => ({ body: text, [TEXT]: text });

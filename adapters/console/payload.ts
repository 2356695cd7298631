import { z } from 'zod';
import { instant } from '../../src/kernel/time.ts';
import { roomId, type Decoded } from '../../src/kernel/update.ts';
import { GROUP } from './script.ts';

const payload = z.object({
  at: z.int(),
  account: z.string().min(1),
  name: z.string(),
  chat: z.string().regex(/^[^/:]+$/),
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string(), messageId: z.string() }),
    z.object({ kind: z.literal('choice'), choice: z.string(), messageId: z.string() }),
    z.object({ kind: z.literal('joined') }),
  ]),
});

/** What the console writes to the inbox for one line; its own little platform. */
export type Payload = z.infer<typeof payload>;

export function decode(text: string): Decoded {
  const read = payload.safeParse(parse(text));
  if (!read.success) return { kind: 'malformed', why: 'not what the console writes' };
  const { at, account, name, chat, what } = read.data;
  if (Math.abs(at) > 8.64e15) return { kind: 'malformed', why: 'no instant' };
  const inGroup = chat === GROUP;
  return {
    kind: 'update',
    update: {
      at: instant(at),
      sender: { kind: 'person', account, name, username: null, languageHint: null, moderator: false },
      place: { room: roomId('console', chat), kind: inGroup ? 'GROUP' : 'PRIVATE', title: inGroup ? GROUP : null },
      what: what.kind === 'text' ? { ...what, replyTo: null } : what.kind === 'choice' ? { ...what, target: null, reaction: false } : what,
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

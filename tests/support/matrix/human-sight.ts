import type { MatrixEvent, Room } from 'matrix-js-sdk';

/** A message as a person's client shows it: with its latest edit, and what hangs on it. */
export interface Seen {
  readonly id: string;
  readonly sender: string;
  readonly type: string;
  /** Empty where it has none. */
  readonly body: string;
  readonly html: string | null;
  /** The latest content, without what relates it to others. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly edited: boolean;
  readonly redacted: boolean;
  /** Came encrypted. */
  readonly encrypted: boolean;
  /** Why it cannot be read (the SDK's DecryptionFailureCode), or null. */
  readonly unreadable: string | null;
  readonly replyTo: string | null;
  readonly thread: string | null;
  /** Who reacted with what, redacted ones left out: `{ '👍': ['@amira:…'] }`. */
  readonly reactions: Readonly<Record<string, readonly string[]>>;
  /** origin_server_ts, ms */
  readonly at: number;
}

interface Relation {
  readonly rel_type?: string;
  readonly event_id?: string;
  readonly key?: string;
  readonly 'm.in_reply_to'?: { readonly event_id?: string };
}

/** All but state, reactions, edits (which show on their target) and redactions (likewise). */
export function seenIn(room: Room): Seen[] {
  const events = room.getLiveTimeline().getEvents();
  const reactions = events.filter((event) => event.getType() === 'm.reaction' && !event.isRedacted());
  return events
    .filter((event) => !event.isState() && !['m.reaction', 'm.room.redaction'].includes(event.getType()) && relation(event).rel_type !== 'm.replace')
    .map((event) => seen(event, reactions));
}

function seen(event: MatrixEvent, reactions: readonly MatrixEvent[]): Seen {
  const content = event.getContent();
  const { rel_type, event_id, 'm.in_reply_to': reply } = relation(event);
  const id = event.getId() ?? '';
  return {
    id,
    sender: event.getSender() ?? '',
    type: event.getType(),
    body: typeof content['body'] === 'string' ? content['body'] : '',
    html: typeof content['formatted_body'] === 'string' ? content['formatted_body'] : null,
    content,
    edited: event.replacingEventId() !== undefined,
    redacted: event.isRedacted(),
    encrypted: event.isEncrypted(),
    unreadable: event.isDecryptionFailure() ? (event.decryptionFailureReason ?? 'UNKNOWN') : null,
    replyTo: reply?.event_id ?? null,
    thread: rel_type === 'm.thread' ? (event_id ?? null) : null,
    reactions: byKey(reactions.filter((reaction) => relation(reaction).event_id === id)),
    at: event.getTs(),
  };
}

function byKey(reactions: readonly MatrixEvent[]): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const reaction of reactions) (all[relation(reaction).key ?? ''] ??= []).push(reaction.getSender() ?? '');
  return all;
}

/** Relations stand outside of what is encrypted. */
function relation(event: MatrixEvent): Relation {
  return event.getRelation() ?? event.getWireContent()['m.relates_to'] ?? {};
}

import { EventTimeline, type Room, type RoomState } from 'matrix-js-sdk';
import { isRecord, record, type Raw, type RawEvent } from './receive-sync.ts';
import type { Content, RoomEvent } from './wire.ts';

/** As other bots that met hostile events have them (reliability 1): what is larger is no message of a person. */
const MAX_BYTES = 65_536 - 4_096;
const MAX_DEPTH = 10;
const MAX_BREADTH = 50;
/** Of a message that is too large, this much of its text is heard, characters. */
const CUT_TEXT = 8_192;

const MODERATOR = 50;

const SPOKEN = /^(m\.room\.message|m\.reaction|m\.room\.redaction|m\.room\.tombstone|m\.room\.name)$/;

/**
 * Whether anybody wants to hear of this event: what people say; that we came or went; that the other person of a direct room
 * came or went. Never what we said ourselves; nor polls and the votes in them, which nobody counts but the people's own clients.
 */
export function isHeard(event: RawEvent, self: string, direct: boolean): boolean {
  if (event.type === 'm.room.member') return (event['state_key'] === self || direct) && isMove(event) && !(event['state_key'] !== self && record(event.content)['membership'] === 'invite');
  return event.sender !== self && SPOKEN.test(event.type);
}

/** Another name or picture is no coming or going. */
function isMove(event: RawEvent): boolean {
  return record(event.content)['membership'] !== record(record(event['unsigned'])['prev_content'])['membership'];
}

/** The event as the inbox keeps it; null where it is too large and no text can be cut from it. */
export function roomEvent(event: RawEvent, content: Raw, at: { self: string; type: string; room: Room; direct: boolean; encrypted: boolean; unreadable: boolean }): RoomEvent | null {
  const bounded = isBounded(content) ? content : cut(content);
  if (bounded === null) return null;
  const { room } = at;
  const member = room.getMember(event.sender);
  const previous = record(event['unsigned'])['prev_content'];
  return {
    id: event.event_id,
    self: at.self,
    type: at.type,
    stateKey: typeof event['state_key'] === 'string' ? event['state_key'] : null,
    sender: event.sender,
    senderName: member === null || member.rawDisplayName === member.userId ? null : member.rawDisplayName,
    senderIsBot: serviceAccounts(room).has(event.sender) || isGhost(room, event.sender),
    moderator: (member?.powerLevel ?? 0) >= MODERATOR,
    at: event.origin_server_ts,
    content: bounded,
    previous: isRecord(previous) && isBounded(previous) ? previous : null,
    redacts: redactedBy(event, content),
    unreadable: at.unreadable,
    room: { id: room.roomId, title: titleOf(room), direct: at.direct, encrypted: at.encrypted },
  };
}

/** As it is now. */
export function stateOf(room: Room): RoomState | undefined {
  return room.getLiveTimeline().getState(EventTimeline.FORWARDS);
}

/** Its own name, not one that the SDK makes up from its members. */
function titleOf(room: Room): string | null {
  const name: unknown = stateOf(room)?.getStateEvents('m.room.name', '')?.getContent()['name'];
  return typeof name === 'string' && name !== '' ? name.slice(0, 1_000) : null;
}

/** Since room version 11 in the content, before that beside it. */
function redactedBy(event: RawEvent, content: Raw): string | null {
  const target = event['redacts'] ?? content['redacts'];
  return event.type === 'm.room.redaction' && typeof target === 'string' ? target : null;
}

interface Bridge {
  readonly bot: string;
  /** Its network's name, as the bridge writes it: `telegram`. */
  readonly network: string;
}

/** The bridges that a room says it has (MSC2346). */
function bridgesOf(room: Room): Bridge[] {
  return ['m.bridge', 'uk.half-shot.bridge']
    .flatMap((type) => stateOf(room)?.getStateEvents(type) ?? [])
    .map((event) => ({ bot: String(event.getContent()['bridgebot']), network: String(record(event.getContent()['protocol'])['id']) }));
}

/**
 * An account that a bridge keeps for somebody of another network, who is a person there: on the bridge's own server, and
 * called `telegram_123` or `_telegram_123`, by its network or its bot (mautrix's `username_template`, and nearly all others').
 */
function isGhost(room: Room, account: string): boolean {
  return bridgesOf(room).some(({ bot, network }) => {
    const colon = bot.indexOf(':');
    const names = [network, bot.slice(1, colon).replace(/bot$/, '')].filter((name) => name !== '');
    return colon > 1 && account.endsWith(bot.slice(colon)) && names.some((name) => account.startsWith(`@${name}_`) || account.startsWith(`@_${name}_`));
  });
}

/**
 * Accounts that a room itself calls no persons: a bridge's own (MSC2346) and helpers (MSC4171).
 */
export function serviceAccounts(room: Room): ReadonlySet<string> {
  const accounts = new Set<string>();
  for (const { bot } of bridgesOf(room)) accounts.add(bot);
  for (const type of ['m.functional_members', 'io.element.functional_members']) {
    const members: unknown = stateOf(room)?.getStateEvents(type, '')?.getContent()['service_members'];
    if (Array.isArray(members)) for (const member of members) accounts.add(String(member));
  }
  return accounts;
}

function isBounded(content: Raw): boolean {
  return isNarrow(content, 1) && Buffer.byteLength(JSON.stringify(content)) <= MAX_BYTES;
}

function isNarrow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const parts = Object.values(value);
  return depth <= MAX_DEPTH && parts.length <= MAX_BREADTH && parts.every((part) => isNarrow(part, depth + 1));
}

/** The beginning of its text, and to what it replies. */
function cut(content: Raw): Content | null {
  const { msgtype, body } = content;
  if (typeof msgtype !== 'string' || typeof body !== 'string') return null;
  const relation = record(content['m.relates_to']);
  const replied = record(relation['m.in_reply_to'])['event_id'];
  const { rel_type, event_id } = relation;
  const kept = {
    ...(typeof rel_type === 'string' && typeof event_id === 'string' ? { rel_type: rel_type.slice(0, 255), event_id: event_id.slice(0, 255) } : {}),
    ...(typeof replied === 'string' ? { 'm.in_reply_to': { event_id: replied.slice(0, 255) } } : {}),
  };
  return { msgtype: msgtype.slice(0, 255), body: body.slice(0, CUT_TEXT), 'm.relates_to': kept };
}

/**
 * The answer to /sync as it came, of which nothing is certain. We read the timelines ourselves; the SDK gets the state and the
 * keys. So its timelines, relations and receipts, which it never forgets, stay empty however long we run.
 * https://spec.matrix.org/v1.16/client-server-api/#get_matrixclientv3sync
 */
export type Raw = Readonly<Record<string, unknown>>;

/** State at the end of the timeline (MSC4222). Synapse tells it only where the operator has switched it on; the SDK understands it always. */
const STATE_AFTER = 'org.matrix.msc4222.state_after';

/** An event that has what every event must have. */
export interface RawEvent extends Raw {
  readonly event_id: string;
  readonly type: string;
  readonly sender: string;
  readonly origin_server_ts: number;
  readonly content: Raw;
}

export interface RawRoom {
  readonly id: string;
  readonly membership: 'join' | 'leave';
  readonly events: readonly RawEvent[];
  /** Events are missing before the first one; they begin before this token. */
  readonly gap: string | null;
  readonly state: readonly RawEvent[];
}

export function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record(value: unknown): Raw {
  return isRecord(value) ? value : {};
}

export function isEvent(value: unknown): value is RawEvent {
  return isRecord(value) && ['event_id', 'type', 'sender'].every((key) => typeof value[key] === 'string') && typeof value['origin_server_ts'] === 'number' && isRecord(value['content']);
}

function events(section: unknown): readonly unknown[] {
  const list = record(section)['events'];
  return Array.isArray(list) ? list : [];
}

/** The rooms of an answer that we are in, or just were. */
export function roomsOf(sync: Raw): RawRoom[] {
  const rooms = record(sync['rooms']);
  return (['join', 'leave'] as const).flatMap((membership) =>
    Object.entries(record(rooms[membership])).map(([id, value]) => {
      const room = record(value);
      const timeline = record(room['timeline']);
      const before = timeline['prev_batch'];
      return {
        id,
        membership,
        events: events(timeline).filter(isEvent),
        gap: timeline['limited'] === true && typeof before === 'string' ? before : null,
        state: [...events(room['state']), ...events(room[STATE_AFTER])].filter(isEvent),
      };
    }),
  );
}

export interface Invitation {
  readonly room: string;
  readonly inviter: string;
  readonly direct: boolean;
  readonly space: boolean;
  readonly alias: string | null;
}

/** Invitations to `self` in an answer; one without a sender is none. */
export function invitationsOf(sync: Raw, self: string): Invitation[] {
  return Object.entries(record(record(sync['rooms'])['invite'])).flatMap(([room, value]) => {
    const state = events(record(value)['invite_state']).filter(isRecord);
    const content = (type: string): Raw => record(state.find((event) => event['type'] === type)?.['content']);
    const ours = state.find((event) => event['type'] === 'm.room.member' && event['state_key'] === self);
    const inviter = ours?.['sender'];
    if (typeof inviter !== 'string') return [];
    const alias = content('m.room.canonical_alias')['alias'];
    const direct = record(ours?.['content'])['is_direct'] === true;
    return [{ room, inviter, direct, space: content('m.room.create')['type'] === 'm.space', alias: typeof alias === 'string' ? alias : null }];
  });
}

/** What the SDK gets: without timelines, and the state as it is at their end. */
export function withoutTimelines(sync: Raw): Record<string, unknown> {
  const rooms = record(sync['rooms']);
  const stripped = Object.fromEntries(
    Object.entries(rooms).map(([membership, list]) => [membership, Object.fromEntries(Object.entries(record(list)).map(([id, room]) => [id, stripRoom(record(room))]))]),
  );
  return { ...sync, rooms: stripped };
}

function stripRoom(room: Raw): Raw {
  if (!isRecord(room['timeline'])) return room;
  const changed = events(room['timeline']).filter((event) => isRecord(event) && typeof event['state_key'] === 'string');
  const state = STATE_AFTER in room ? room[STATE_AFTER] : { events: [...events(room['state']), ...changed] };
  return { ...room, state: { events: [] }, [STATE_AFTER]: state, timeline: { events: [], prev_batch: null, limited: false } };
}

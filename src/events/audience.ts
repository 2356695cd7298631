import type { Room } from '../kernel/records.ts';
import type { Event } from './records.ts';

/** Whether a room shows an event: it is bound to it, or to the group that meets. */
export function isRoomOf(room: Pick<Room, 'eventKey' | 'groupKey' | 'state'>, event: Pick<Event, 'key' | 'workingGroup'>): boolean {
  return room.state === 'ACTIVE' && (room.eventKey === event.key || (event.workingGroup !== null && room.groupKey === event.workingGroup));
}

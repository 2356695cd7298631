import { eventInstants } from './instants.ts';
import type { ProcessEvent, ProcessFile } from './file.ts';
import type { Instant } from '../kernel/time.ts';
import type { Unit } from '../ports/store.ts';

/**
 * Brings a validated process file into the database. What the office has changed in chat since (time, capacity, a
 * cancellation) belongs to the office: a later import only adds events and refreshes texts.
 */
export async function importProcess(unit: Unit, file: ProcessFile, sourceHash: string, now: Instant): Promise<void> {
  unit.process.save({ key: file.process.key, sourceHash, file, importedAt: now });
  for (const event of file.events) await importEvent(unit, file, event, now);
}

async function importEvent(unit: Unit, file: ProcessFile, event: ProcessEvent, now: Instant): Promise<void> {
  const known = await unit.events.event(event.key);
  const { start, end, deadline } = eventInstants(event, file.process.zone);
  const texts = { title: event.title, subtitle: event.subtitle, lead: event.lead, programme: event.programme, place: event.place };
  if (known === null) {
    unit.events.putEvent({
      key: event.key,
      kind: event.kind,
      ...texts,
      zone: file.process.zone,
      startAt: start,
      endAt: end,
      capacity: typeof event.capacity === 'number' ? event.capacity : null,
      unlimited: event.capacity === 'unlimited',
      deadlineAt: deadline,
      deadlineMode: event.replyDeadline?.mode ?? 'SOFT',
      deadlineConfirmed: event.replyDeadline?.confirmed ?? true,
      offerHours: event.offerHours,
      state: 'OPEN',
      cancelReason: null,
      calendarUid: `${event.key}.${file.process.key}@miteinander`,
      calendarSequence: 0,
      turnedAt: now,
    });
  } else {
    unit.events.putEvent({ ...known, ...texts });
    await unit.kernel.touch(`EVENT:${event.key}`);
  }
  for (const [position, slot] of (event.bringList?.slots ?? []).entries()) {
    unit.events.putSlot({ id: `${event.key}/${slot.key}`, eventKey: event.key, position, kind: slot.kind, title: slot.title, places: typeof slot.places === 'number' ? slot.places : null });
  }
}

/** What would change, in plain words, one line each; empty: nothing that matters. */
export function differences(stored: ProcessFile, file: ProcessFile): string[] {
  const found: string[] = [];
  compare(stored, file, '', found);
  return found;
}

function compare(before: unknown, after: unknown, path: string, found: string[]): void {
  if (isRecord(before) && isRecord(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) compare(before[key], after[key], path === '' ? key : `${path}.${key}`, found);
    return;
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  found.push(`${path}: ${shown(before)} → ${shown(after)}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value).slice(0, 120);
}

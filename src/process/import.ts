import { eventInstants } from './instants.ts';
import { earliestDay, latestDay } from './phase-date.ts';
import type { ProcessEvent, ProcessFile } from './file.ts';
import type { WorkingGroup } from '../groups/records.ts';
import { endOfDay, zonedInstant, type Instant } from '../kernel/time.ts';
import type { Unit } from '../ports/store.ts';

/**
 * Brings a validated process file into the database. What the office has changed in chat since (time, capacity, a
 * cancellation) belongs to the office: a later import only adds events and refreshes texts.
 */
export async function importProcess(unit: Unit, file: ProcessFile, sourceHash: string, now: Instant): Promise<void> {
  unit.process.save({ key: file.process.key, sourceHash, file, importedAt: now });
  for (const event of file.events) await importEvent(unit, file, event, now);
  for (const group of groupsOf(file)) await importGroup(unit, group, now);
}

/** Working groups and the steering group alike, with the texts and limits of the file. */
function groupsOf(file: ProcessFile): Omit<WorkingGroup, 'state' | 'createdAt'>[] {
  const { zone } = file.process;
  const spanOf = (group: { readonly from: string | null; readonly until: string | null }): Pick<WorkingGroup, 'from' | 'until'> => ({
    from: group.from === null ? processBegin(file) : zonedInstant(group.from, '00:00', zone),
    until: group.until === null ? processEnd(file) : endOfDay(group.until, zone),
  });
  const { steeringGroup } = file;
  const steering = steeringGroup === null ? [] : [{ key: steeringGroup.key, kind: 'STEERING_GROUP' as const, title: steeringGroup.title ?? STEERING_TITLE, fieldOfAction: null, joining: steeringGroup.joining, meetings: steeringGroup.meetings, ...spanOf(steeringGroup) }];
  return [...steering, ...file.workingGroups.map(({ key, title, fieldOfAction, joining, meetings, ...span }) => ({ key, kind: 'WORKING_GROUP' as const, title, fieldOfAction, joining, meetings, ...spanOf(span) }))];
}

/** What the steering group is called where the file gives it no name of its own. */
const STEERING_TITLE = { de: 'Steuerungskreis', 'de-easy': 'Steuerungskreis', en: 'Steering group' };

/** A group without dates of its own works as long as the process: from its first phase that has a date … */
function processBegin({ phases, process }: ProcessFile): Instant | null {
  const days = phases.flatMap(({ from }) => (from === null ? [] : earliestDay(from))).sort();
  return days[0] === undefined ? null : zonedInstant(days[0], '00:00', process.zone);
}

/** … to the last that has one. */
function processEnd({ phases, process }: ProcessFile): Instant | null {
  const last = phases.flatMap(({ until }) => (until === null ? [] : latestDay(until))).sort().at(-1);
  return last === undefined ? null : endOfDay(last, process.zone);
}

/** How somebody joins, and whether the group goes on, the office has changed since; the rest follows the file. */
async function importGroup(unit: Unit, group: Omit<WorkingGroup, 'state' | 'createdAt'>, now: Instant): Promise<void> {
  const known = await unit.groups.group(group.key);
  unit.groups.putGroup(known === null ? { ...group, state: 'ACTIVE', createdAt: now } : { ...known, ...group, joining: known.joining });
  await unit.kernel.touch(`GROUP:${group.key}`);
}

async function importEvent(unit: Unit, file: ProcessFile, event: ProcessEvent, now: Instant): Promise<void> {
  const known = await unit.events.event(event.key);
  const { start, end, deadline } = eventInstants(event, file.process.zone);
  const texts = { title: event.title, subtitle: event.subtitle, lead: event.lead, programme: event.programme, place: event.place };
  if (known === null) {
    unit.events.putEvent({
      key: event.key,
      kind: event.kind,
      workingGroup: event.workingGroup,
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
    unit.events.putEvent({ ...known, ...texts, workingGroup: event.workingGroup });
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
  if (isKeyed(before) && isKeyed(after)) {
    const [was, is] = [byKey(before), byKey(after)];
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) compare(was[key], is[key], `${path}.${key}`, found);
    return;
  }
  if (isRecord(before) && isRecord(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) compare(before[key], after[key], path === '' ? key : `${path}.${key}`, found);
    return;
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  found.push(`${path}: ${shown(before)} → ${shown(after)}${THE_OFFICES.test(path) ? ' (stays as it is: for an event that is known the office changes this in the chat, with /verschieben or /veranstaltung)' : ''}`);
}

/** What the office may have changed since: {@link importEvent} leaves it alone. */
const THE_OFFICES = /^events\.[^.]+\.(?:date|start|end|replyDeadline|capacity|offerHours)\b/;

type Keyed = { readonly key: string };

function isKeyed(value: unknown): value is readonly Keyed[] {
  return Array.isArray(value) && value.every((each) => isRecord(each) && typeof each['key'] === 'string');
}

function byKey(list: readonly Keyed[]): Record<string, unknown> {
  return Object.fromEntries(list.map((each) => [each.key, each]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value).slice(0, 120);
}

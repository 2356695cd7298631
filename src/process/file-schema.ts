import * as z from 'zod';
import { STATES } from '../kernel/holidays.ts';
import * as field from './file-fields.ts';
import { LANGUAGES, type LanguageTag } from './languages.ts';

/**
 * The shape of a process file, and the one place its keys are listed. What a shape cannot say
 * (unique keys, references, order in time) is in file-checks.ts.
 * Dates and times stay as written on the town's clock; instants.ts turns them into instants.
 */

export const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const;
const EVENT_KINDS = ['KICKOFF', 'WORKSHOP', 'PRESENTATION', 'MEETING'] as const;
const BRING_KINDS = ['DISH', 'MUSIC', 'HELP'] as const;
export const SECTORS = ['CITIZENS', 'ADMINISTRATION', 'POLITICS', 'INSTITUTIONS'] as const;
const JOINING = ['OPEN', 'APPROVAL'] as const;
const REMINDED = ['ATTENDING', 'MAYBE', 'UNANSWERED'] as const;

const { block, list, oneOf, orUnknown } = field;

/** A text alone stands for one in `first`, the first of `process.languages`. */
export function processSchema(first: LanguageTag) {
  const text = field.text(first);

  const contact = block({
    name: orUnknown(field.words()).describe('Name der zuständigen Person'),
    office: text.describe('Amt oder Funktion, etwa Integrationsbeauftragte/r'),
    phone: orUnknown(field.phone),
    email: orUnknown(field.email),
  });

  const operator = block({
    name: orUnknown(field.words()).describe('Verantwortliche Stelle nach Art. 4 Nr. 7 DSGVO'),
    address: orUnknown(field.words()),
    email: orUnknown(field.email),
    phone: orUnknown(field.phone),
  });

  const dataProtectionOfficer = block({
    name: orUnknown(field.words()),
    email: orUnknown(field.email),
    phone: orUnknown(field.phone),
  });

  const process = block({
    key: field.key,
    title: text,
    purpose: text,
    zone: field.zone,
    languages: list(oneOf(LANGUAGES))
      .min(1, 'at least one language')
      .describe('Sprachen des Beteiligungsprozesses; die erste gilt, wo ein Text keine Sprache nennt'),
    contact,
    privacy: block({ operator: operator.prefault({}), dataProtectionOfficer: dataProtectionOfficer.prefault({}) }),
  });

  const resolution = block({
    kind: oneOf(['START']),
    date: field.date,
    body: text,
    vote: orUnknown(text),
    text: orUnknown(text),
  });

  const phase = block({
    key: field.key,
    title: text,
    from: orUnknown(field.dateOrSeason),
    until: orUnknown(field.dateOrSeason),
  });

  const replyDeadline = block({
    date: field.date,
    time: field.timeWithSeconds.default('23:59:59'),
    mode: oneOf(['SOFT', 'HARD'])
      .default('SOFT')
      .describe('SOFT: später gilt als „nach Frist“. HARD: später wird abgelehnt'),
    confirmed: field.flag.default(true).describe('false: ein Teil ist erschlossen, das Amt bestätigt noch'),
  });

  const bringSlot = block({
    key: field.key,
    kind: oneOf(BRING_KINDS),
    title: text,
    places: field.limit.default('unlimited'),
  });

  const event = block({
    key: field.key,
    kind: oneOf(EVENT_KINDS),
    phase: orUnknown(field.key),
    workingGroup: orUnknown(field.key),
    title: text,
    subtitle: orUnknown(text),
    weekday: orUnknown(oneOf(WEEKDAYS)).describe('Nur zur Probe: muss zum Datum passen'),
    date: field.date,
    start: field.time,
    end: field.time,
    place: orUnknown(text),
    invitation: orUnknown(text),
    lead: orUnknown(text),
    programme: list(text).default([]),
    replyRequest: orUnknown(text),
    capacity: orUnknown(field.limit).describe('Zahl der Plätze; unlimited: ohne Grenze; null: noch nicht bekannt'),
    replyDeadline: replyDeadline.nullable().default(null),
    bringList: block({ text: orUnknown(text), slots: list(bringSlot) }).nullable().default(null),
    offerHours: field.count(1).default(24).describe('So viele Stunden gilt ein Angebot an die Warteliste'),
  });

  const seats = block({ min: orUnknown(field.count(0)), max: orUnknown(field.count(0)) }).prefault({});

  const joining = (usual: (typeof JOINING)[number]) =>
    oneOf(JOINING).default(usual).describe('OPEN: wer möchte, ist dabei. APPROVAL: die AG-Leitung sagt Ja oder Nein');
  const meetings = block({ min: field.count(0), max: field.count(1) });

  const workingGroup = block({
    key: field.key,
    title: text,
    fieldOfAction: orUnknown(field.key),
    joining: joining('OPEN'),
    meetings: orUnknown(meetings).describe('Wie oft sich die Gruppe in ihrer Zeit treffen soll'),
    from: orUnknown(field.date),
    until: orUnknown(field.date),
  });

  const steeringGroup = block({
    key: field.key.default('steuerungskreis'),
    title: orUnknown(text),
    joining: joining('APPROVAL'),
    from: orUnknown(field.date),
    until: orUnknown(field.date),
    text: orUnknown(text),
    interest: orUnknown(text),
    sectors: block({ CITIZENS: seats, ADMINISTRATION: seats, POLITICS: seats, INSTITUTIONS: seats }),
    meetings,
  });

  const reminder = block({
    key: field.key,
    anchor: oneOf(['START', 'DEADLINE']).default('START'),
    when: z.union([
      block({ daysBefore: field.count(0), time: field.time }),
      block({ hoursBefore: field.count(1) }),
    ], 'either daysBefore with time, or hoursBefore'),
    to: list(oneOf(REMINDED)).min(1, `at least one of ${REMINDED.join(', ')}`),
    events: orUnknown(list(field.key)).describe('null: für alle Veranstaltungen'),
  });

  return block({
    process,
    mandate: orUnknown(block({ resolution })),
    funding: block({ name: text, text: orUnknown(text) }).nullable().default(null),
    phases: list(phase),
    events: list(event),
    guidingQuestions: list(block({ key: field.key, text })).default([]),
    fieldsOfAction: list(block({ key: field.key, title: text })).default([]),
    workingGroups: list(workingGroup).default([]),
    steeringGroup: steeringGroup.nullable().default(null),
    reminders: list(reminder).default([]),
    quietHours: block({
      from: field.time.default('20:00'),
      until: field.time.default('08:00'),
      sundays: field.flag.default(false).describe('true: auch sonntags den ganzen Tag Ruhe'),
      holidays: field.flag.default(false).describe('true: auch an den gesetzlichen Feiertagen in holidays.region den ganzen Tag Ruhe'),
    }).prefault({}),
    holidays: block({ region: orUnknown(oneOf(STATES)).describe('Bundesland, nach dessen Gesetz die Feiertage gelten') }).prefault({}),
  });
}

export type ProcessFile = z.output<ReturnType<typeof processSchema>>;
export type ProcessEvent = ProcessFile['events'][number];
/** Reminders every process has; plans are named by their rule, so no rule of a file may bear such a name. */
export const BUILT_IN_REMINDERS = { thanks: 'danke', officeTasks: 'amt', offer: 'angebot', group: 'gruppe' } as const;

export type Sector = (typeof SECTORS)[number];
export type ReminderRule = ProcessFile['reminders'][number];

/** What editors check while one types. Weaker than the parser: it knows no calendar, zones or references. */
export const processJsonSchema = (): object => ({
  title: 'Miteinander: Prozessdatei',
  ...z.toJSONSchema(processSchema('de'), { io: 'input' }),
});

/** Calendar files read back by a second parser (ical.js): one event, our properties, our texts, whatever people typed. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test, vi } from 'vitest';
import { calendar } from '../../adapters/documents/calendar.ts';
import { cleanLine, cleanText } from '../../src/kernel/text.ts';
import { durations, instant, instantFromIso, zonedInstant } from '../../src/kernel/time.ts';
import type { CalendarEntry } from '../../src/ports/documents.ts';

const RUNS = process.env['LONG'] === '1' ? 100_000 : 1_000;
vi.setConfig({ testTimeout: 7_200_000 });
const BERLIN = 'Europe/Berlin';

const auftakt: CalendarEntry = {
  uid: 'auftakt-2018@miteinander',
  sequence: 0,
  status: 'CONFIRMED',
  title: 'Miteinander leben, Zukunft gestalten',
  description: 'Auftaktveranstaltung',
  place: 'Bürgersaal im Rathaus',
  start: zonedInstant('2018-11-24', '14:00', BERLIN),
  end: zonedInstant('2018-11-24', '18:30', BERLIN),
  zone: BERLIN,
  stamp: instantFromIso('2018-10-01T10:00:00+02:00'),
  language: 'de',
  fileName: 'auftakt.ics',
};

const TEMPLATE = ['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'summary', 'status', 'description', 'location', 'organizer'];

const hostile = fc.constantFrom(
  ';', ',', '\\', '\\n', '\r\n', '\n', '\r', '"', ':', 'BEGIN:VALARM', 'END:VEVENT', '\r\nATTACH:x', '😀', 'ü', 'ﷺ', 'm', ' ', '\t', '\u2028', '\x85', '\0',
  'x'.repeat(60), 'é'.repeat(31), '\uD800', '\u202E',
);
const text = fc.oneof(fc.array(hostile, { maxLength: 30 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 200 }));
const entries: fc.Arbitrary<CalendarEntry> = fc.record({
  uid: fc.stringMatching(/^[\w.@:+-]{1,80}$/),
  sequence: fc.nat({ max: 1_000 }),
  status: fc.constantFrom('CONFIRMED' as const, 'CANCELLED' as const),
  title: text,
  description: text,
  place: fc.oneof(text, fc.constant(null)),
  start: fc.integer({ min: Date.UTC(2000, 0, 1) / 1_000, max: Date.UTC(2040, 0, 1) / 1_000 }).map((s) => instant(s * 1_000)),
  end: fc.constant(instant(Date.UTC(2041, 0, 1))),
  zone: fc.constant(BERLIN),
  stamp: fc.constant(auftakt.stamp),
  language: fc.oneof(fc.constantFrom('de', 'de-easy', 'ar'), text),
  organizerEmail: fc.oneof(fc.constantFrom('integration@example.org', null, 'x@y\r\nATTACH:z', 'a"b@c'), text),
  fileName: fc.constant('event.ics'),
});

function read(file: string): { calendar: ICAL.Component; event: ICAL.Component } {
  const parsed = new ICAL.Component(ICAL.parse(file));
  const event = parsed.getFirstSubcomponent('vevent');
  if (event === null) throw new Error('no event in the file');
  return { calendar: parsed, event };
}

function moment(event: ICAL.Component, property: string): number {
  return (event.getFirstPropertyValue(property) as ICAL.Time).toJSDate().getTime();
}

test('re-parsed: exactly one event with our properties and texts, lines of at most 75 octets', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const file = calendar(entry).text;
      const { calendar: parsed, event } = read(file);

      expect(parsed.getAllSubcomponents().map((part) => part.name)).toEqual(['vevent']);
      expect(event.getAllSubcomponents()).toEqual([]);
      expect(parsed.getAllProperties().map((property) => property.name)).toEqual(['version', 'prodid', 'method']);
      const names = event.getAllProperties().map((property) => property.name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => !TEMPLATE.includes(name))).toEqual([]);

      expect(event.getFirstPropertyValue('uid')).toBe(entry.uid);
      expect(event.getFirstPropertyValue('sequence')).toBe(entry.sequence);
      expect(event.getFirstPropertyValue('summary')).toBe(cleanLine(entry.title, 250));
      expect(event.getFirstPropertyValue('description') ?? '').toBe(cleanText(entry.description));
      expect(event.getFirstPropertyValue('location') ?? '').toBe(cleanLine(entry.place ?? '', 250));
      expect(event.getFirstPropertyValue('status')).toBe(entry.status);
      expect(parsed.getFirstPropertyValue('method')).toBe(entry.status === 'CANCELLED' ? 'CANCEL' : 'PUBLISH');
      expect([moment(event, 'dtstart'), moment(event, 'dtend'), moment(event, 'dtstamp')]).toEqual([entry.start, entry.end, entry.stamp]);

      const lines = file.split('\r\n');
      expect(lines.pop()).toBe('');
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true); // a fold inside a character would leave halves on both lines
      }
    }),
    { numRuns: RUNS },
  );
});

describe('stories', () => {
  test('an event over the spring change lasts two hours (S6)', () => {
    const { event } = read(
      calendar({ ...auftakt, start: zonedInstant('2019-03-31', '11:00', BERLIN), end: zonedInstant('2019-03-31', '13:00', BERLIN) }).text,
    );
    expect(moment(event, 'dtstart')).toBe(Date.UTC(2019, 2, 31, 9));
    expect(moment(event, 'dtend') - moment(event, 'dtstart')).toBe(2 * durations.hour);
  });

  test('moved, then cancelled: the same UID, the next sequence, CANCEL (S9)', () => {
    const moved = calendar({ ...auftakt, sequence: 1 });
    const cancelled = calendar({ ...auftakt, sequence: 2, status: 'CANCELLED' });
    expect(moved.text).toContain('\r\nUID:auftakt-2018@miteinander\r\nSEQUENCE:1\r\n');
    expect(cancelled.text).toContain('\r\nUID:auftakt-2018@miteinander\r\nSEQUENCE:2\r\n');
    expect(cancelled.text).toMatch(/\r\nMETHOD:CANCEL\r\n[\s\S]*\r\nSTATUS:CANCELLED\r\n/);
    expect([moved.name, moved.mime]).toEqual(['auftakt.ics', 'text/calendar; charset=utf-8; method=PUBLISH']);
    expect(cancelled.mime).toBe('text/calendar; charset=utf-8; method=CANCEL');
  });

  test('the file of one entry is always the same', () => {
    expect(calendar(auftakt)).toEqual(calendar(auftakt));
  });

  test('the organizer is shown only where the address is one', () => {
    expect(calendar({ ...auftakt, organizerEmail: 'integration@example.org' }).text).toContain('mailto:integration@example.org\r\n');
    expect(calendar({ ...auftakt, organizerEmail: 'x@y\r\nATTACH:z' }).text).not.toContain('ORGANIZER');
  });

  test('broken promises of our own code are thrown', () => {
    for (const uid of ['', 'a\r\nb', 'a;b', 'ü']) expect(() => calendar({ ...auftakt, uid })).toThrow(RangeError);
    expect(() => calendar({ ...auftakt, end: auftakt.start })).toThrow(RangeError);
  });
});

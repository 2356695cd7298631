import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { instantFromIso, zonedInstant } from '../../src/kernel/time.ts';
import type { Finding } from '../../src/ports/finding.ts';

const ok = (what: string): Finding => ({ level: 'ok', what, remedy: null });
const warn = (what: string, remedy: string): Finding => ({ level: 'warn', what, remedy });
const bad = (what: string, remedy: string): Finding => ({ level: 'bad', what, remedy });

/** Before this program was written no clock can be right. */
const WRITTEN = Date.parse('2026-11-01T00:00:00Z');

/** What the rest of this process lives by: its Node, the clock, the zone it thinks in and what it knows of all others. */
export async function examineSystem(zone: string): Promise<Finding[]> {
  return [examineNode(), await examineClock(), examineOwnZone(), examineZoneData(), examineZone(zone)];
}

function examineNode(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= 24 ? ok(`Node ${process.versions.node}`) : warn(`Node ${process.versions.node} is older than what this was tested with`, 'use npm run, which takes the Node 24 in node_modules, or install Node 24');
}

/** Over a second the wall clock and the monotonic one must agree. */
async function examineClock(): Promise<Finding> {
  const [wall, steady] = [Date.now(), performance.now()];
  if (wall < WRITTEN) return bad(`the clock says ${new Date(wall).toISOString()}, which is long past`, 'set the clock (NTP)');
  await pause(1_000);
  const drift = Math.round(Date.now() - wall - (performance.now() - steady));
  const says = `the clock says ${new Date().toISOString()}`;
  return Math.abs(drift) > 50 ? warn(`${says} and moved ${drift} ms on its own within a second`, 'see who sets it; NTP should slew it, not step it') : ok(`${says} and runs evenly`);
}

function examineOwnZone(): Finding {
  const offsets = [0, 6].map((month) => new Date(2026, month, 1).getTimezoneOffset());
  return offsets.every((offset) => offset === 0) ? ok('the process lives in UTC') : bad('the process does not live in UTC', 'start it with TZ=UTC');
}

/** Both changes of 2019 in Berlin, and our two rules for them: what does not exist is the first instant after, what exists twice the first of both. */
function examineZoneData(): Finding {
  const version = process.versions.tz ?? 'unknown';
  const known = [
    ['2019-03-31', '01:59', '2019-03-31T00:59:00Z'],
    ['2019-03-31', '02:30', '2019-03-31T01:00:00Z'],
    ['2019-10-27', '02:30', '2019-10-27T00:30:00Z'],
    ['2019-10-27', '03:00', '2019-10-27T02:00:00Z'],
  ] as const;
  const wrong = known.find(([date, time, instant]) => zonedInstant(date, time, 'Europe/Berlin') !== instantFromIso(instant));
  if (wrong !== undefined) return bad(`the zone data (${version}) do not know the clock change of ${wrong[0]} in Berlin`, 'install a Node with full ICU data');
  const age = new Date().getUTCFullYear() - Number(version.slice(0, 4));
  return age > 2 ? warn(`the zone data are of ${version}`, 'update Node: governments change clocks at short notice') : ok(`the zone data (${version}) know the clock changes of 2019 in Berlin`);
}

function examineZone(zone: string): Finding {
  try {
    zonedInstant('2019-01-01', '12:00', zone);
    return ok(`the process's zone ${zone} is known`);
  } catch {
    return bad(`the process's zone ${zone} is unknown`, 'name an IANA zone in the process file, e.g. Europe/Berlin');
  }
}

/** A file with secrets; null where there is none, or nobody else can read it. */
export function examineSecrecy(path: string): Finding | null {
  const mode = process.platform === 'win32' ? 0 : (statSync(path, { throwIfNoEntry: false })?.mode ?? 0);
  return (mode & 0o077) === 0 ? null : warn(`other users of this machine can read ${path}`, `chmod 600 ${path}`);
}

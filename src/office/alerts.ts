import type { DueWork } from '../kernel/feature.ts';
import { lossMarker, silenceMarker } from '../kernel/intake.ts';
import { durations, instant } from '../kernel/time.ts';
import { clearUndelivered, undelivered } from '../kernel/undelivered.ts';
import { PLATFORMS } from '../kernel/update.ts';
import { currentProcess } from '../process/commands.ts';
import { desk } from './desk.ts';

/** After a messenger was away, or we were, the office is told once: from when, until when. */
export const tellingOfSilence: DueWork = {
  name: 'telling of a silence',
  next: async (records, now) => {
    for (const platform of PLATFORMS) if ((await records.kernel.marker(silenceMarker(platform))) ?? '') return now;
    return null;
  },
  run: async (turn) => {
    const { zone } = (await currentProcess(turn.unit)).process;
    for (const platform of PLATFORMS) {
      const silence = await turn.unit.kernel.marker(silenceMarker(platform));
      if (silence === null || silence === '') continue;
      turn.unit.kernel.setMarker(silenceMarker(platform), '');
      const [from, until] = silence.split('/').map((ms) => instant(Number(ms)));
      if (from === undefined || until === undefined) continue;
      await desk.tell(turn, (language) =>
        language.t('office-silence', {
          messenger: language.t(`channel-${platform}`),
          from: `${language.shortDate(from, zone)}, ${language.clock(from, zone)}`,
          until: `${language.shortDate(until, zone)}, ${language.clock(until, zone)}`,
        }),
      );
    }
  },
};

/** A messenger has lost us until somebody mends it: whoever of the office can be reached elsewhere is told, once. */
export const tellingOfLoss: DueWork = {
  name: 'telling of a loss',
  next: async (records, now) => {
    for (const platform of PLATFORMS) if ((await records.kernel.marker(lossMarker(platform))) ?? '') return now;
    return null;
  },
  run: async (turn) => {
    const { zone } = (await currentProcess(turn.unit)).process;
    for (const platform of PLATFORMS) {
      const since = await turn.unit.kernel.marker(lossMarker(platform));
      if (since === null || since === '') continue;
      turn.unit.kernel.setMarker(lossMarker(platform), '');
      const from = instant(Number(since));
      for (const { personId, role } of await turn.unit.office.allStaff()) {
        const address = role === 'HELPER' ? null : await turn.house.directory.addressOf(turn.unit, personId, platform);
        if (address === null) continue;
        const { language } = address;
        turn.say(address.room, language.t('office-loss', { messenger: language.t(`channel-${platform}`), from: `${language.shortDate(from, zone)}, ${language.clock(from, zone)}` }), personId);
      }
    }
  },
};

/** So long after the first promise that could not be kept, all that gathered are told as one. */
const CALM = 10 * durations.minute;

export const tellingOfUndelivered: DueWork = {
  name: 'telling of what was not delivered',
  next: async (records) => {
    const since = (await undelivered(records.kernel))?.since;
    return since === undefined ? null : instant(since + CALM);
  },
  run: async (turn) => {
    const count = (await undelivered(turn.unit.kernel))?.count ?? 0;
    clearUndelivered(turn.unit.kernel);
    await desk.tell(turn, (language) => language.t('office-undelivered', { count }));
  },
};

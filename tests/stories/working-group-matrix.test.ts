import { expect, test } from 'vitest';
import { instant } from '../../src/kernel/time.ts';
import { DoubleTown } from '../support/double-town.ts';
import type { Human } from '../support/matrix/human.ts';
import type { Seen } from '../support/matrix/human-sight.ts';
import { openFile, sendFile } from '../support/matrix/human-file.ts';
import { keycap } from '../support/matrix/resident.ts';
import { onSynapse } from '../support/matrix/synapse-suite.ts';

const bare = (text: string): string => text.replaceAll(/[\u2060\u2066-\u2069]/g, '');
const SOON = 20_000;
const PDF = { name: 'Protokoll.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.4\nMietspiegel beschlossen') };

onSynapse('a working group on Matrix', (server) => {
  test('founded, joined by approval, met, with minutes as an encrypted file, and a task: all without Telegram', async () => {
    const town = await DoubleTown.open(server(), { telegram: false });
    try {
      const { host, room } = town;
      const office = await town.direct(host);
      /** The next answer of the bot to a person, however its predecessors read. */
      const ask = async (human: Human, where: string, text: string, answer: RegExp): Promise<Seen> => {
        const id = await human.say(where, text);
        const after = (): Seen[] => human.sees(where).slice(human.sees(where).findIndex((seen) => seen.id === id) + 1);
        return human.until(() => after().findLast((seen) => seen.sender === town.account.userId && answer.test(bare(seen.body))), `${text} → ${String(answer)}; sees ${human.sees(where).slice(-3).map(({ body }) => body).join(' | ')}`, SOON);
      };
      await ask(host, office, `!amt ${await town.code()}`, /Übersicht/);
      await ask(host, office, '!ag neu AG Garten', /AG Garten/);

      const [dora, emil] = [await town.human('dora', 'Dora'), await town.human('emil', 'Emil')];
      const [doras, emils] = [await town.direct(dora), await town.direct(emil)];
      await ask(dora, doras, '!ag mitmachen Garten', /Sie sind jetzt dabei/);
      await ask(host, office, '!ag leitung Garten Dora', /leitet jetzt|Leitung/);
      await ask(dora, doras, '!ag anfrage', /Leitung/);

      // The leader says yes with a digit under the question.
      await ask(emil, emils, '!ag mitmachen Garten', /gefragt|Leitung/);
      const question = await dora.untilSees(doras, ({ body }) => bare(body).includes('Emil möchte mitmachen'), SOON);
      await dora.react(doras, question.id, keycap(1));
      await emil.untilSees(emils, /Sie sind jetzt dabei/, SOON);

      await host.invite(room, dora.userId);
      await dora.join(room);
      await host.say(room, '!hier ag-garten');
      await host.untilSees(room, /AG Garten[^]*2 Mitglieder/, SOON);
      await ask(dora, doras, '!treffen heute 10-11 Rathaus', /Eingetragen: AG Garten, 1\. Treffen/);
      const card = await host.untilSees(room, /^AG Garten, 1\. Treffen[^]*Rathaus/, SOON);
      const own = await emil.untilSees(emils, /^AG Garten, 1\. Treffen[^]*Ihre Antwort/, SOON);
      await emil.react(emils, own.id, keycap(1));
      await host.untilSees(room, /1 Person \(1 Zusage\)/, SOON);

      await town.clock.advanceTo(instant(Date.parse('2018-10-22T11:05:00+02:00')), () => town.bot.idle());

      // In the encrypted room, as an answer to the meeting's card, by a client that knows no captions.
      await sendFile(dora, room, PDF, { replyTo: card.id });
      const draft = await dora.untilSees(doras, ({ body }) => bare(body).includes('Als Datei: Protokoll.pdf'), SOON);
      expect(draft.encrypted).toBe(true);
      // What lies on the server is not what was sent: its hash says so, and what was there stays.
      await sendFile(emil, emils, { ...PDF, name: 'anders.pdf' }, { caption: '!protokoll', spoilt: true });
      await emil.untilSees(emils, /konnte ich nicht holen/, SOON);
      // Nobody asked for this one.
      await sendFile(emil, emils, PDF);
      await emil.untilSees(emils, /Mit dieser Datei kann ich nichts anfangen/, SOON);

      await dora.reply(doras, draft.id, '1');
      const file = await emil.untilSees(emils, ({ content, sender }) => sender === town.account.userId && content['filename'] === 'Protokoll.pdf', SOON);
      expect(file).toMatchObject({ encrypted: true, body: 'Protokoll: AG Garten, 1. Treffen', content: { msgtype: 'm.file', info: { mimetype: 'application/pdf', size: PDF.bytes.length } } });
      expect((await openFile(emil, file)).equals(PDF.bytes)).toBe(true);
      const archive = await ask(emil, emils, '!protokoll', /Protokolle: AG Garten/);
      await emil.react(emils, archive.id, keycap(1));
      await emil.until(() => emil.sees(emils).filter(({ content, sender }) => sender === town.account.userId && content['filename'] === 'Protokoll.pdf').length === 2, 'the minutes once more', SOON);

      await ask(dora, doras, '!aufgabe Beete planen, Emil, -', /Aufgabe Nr\. 1 ist bei Emil/);
      const task = await emil.untilSees(emils, /Ihre Aufgabe für AG Garten/, SOON);
      await emil.react(emils, task.id, keycap(1));
      await emil.untilSees(emils, ({ id, body }) => id === task.id && body.includes('Erledigt. Vielen Dank.'), SOON);
      await ask(dora, doras, '!aufgabe', /Keine offenen Aufgaben/);
    } finally {
      await town.close();
    }
  }, 180_000);
});

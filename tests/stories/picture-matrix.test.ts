import { expect, test } from 'vitest';
import { bare, foundGroup } from '../support/double-group.ts';
import { DoubleTown } from '../support/double-town.ts';
import { openFile } from '../support/matrix/human-file.ts';
import type { Seen } from '../support/matrix/human-sight.ts';
import { keycap } from '../support/matrix/resident.ts';
import { onSynapse } from '../support/matrix/synapse-suite.ts';

const SOON = 20_000;
const PNG = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');

onSynapse('a picture on Matrix', (server) => {
  test('a member asks by number and gets it encrypted, the same said in words, without a name; the room gets none', async () => {
    const town = await DoubleTown.open(server());
    try {
      const { lena, dora, direct, newest } = await foundGroup(town);
      lena.say('/terminumfrage Zweites Treffen: Di 13.11. 19-21, Do 15.11. 19 Uhr');
      await town.until(() => newest(lena, 'Umfrage öffnen') !== undefined, 'the draft');
      lena.press(newest(lena, 'Umfrage öffnen'), 'Umfrage öffnen');
      const card = await dora.untilSees(town.room, /Terminumfrage/, SOON);
      await dora.react(town.room, card.id, keycap(1));
      const grid = await dora.untilSees(direct, /Terminumfrage[^]*\d+\. Als Bild/, SOON);
      const body = (): string => bare(dora.sees(direct).find(({ id }) => id === grid.id)!.body);
      const numberOf = (label: string): string => new RegExp(String.raw`(\d+)\. ${label}`).exec(body())![1]!;
      await dora.reply(direct, grid.id, numberOf('A: Ja'));
      await dora.until(() => /A: .* · Ja/.test(body()), 'the grid to say yes', SOON);
      await dora.reply(direct, grid.id, numberOf('Als Bild'));
      const isPicture = ({ content }: Seen): boolean => content['msgtype'] === 'm.image';
      const picture = await dora.untilSees(direct, isPicture, SOON);

      expect(picture).toMatchObject({ encrypted: true, content: { filename: 'bild.png', info: { mimetype: 'image/png' } } });
      expect(picture.body.split('\n').slice(0, 3).map(bare)).toEqual(['Terminumfrage: Zweites Treffen', 'AG Wohnen', expect.stringMatching(/^A: .*13\.11\..* · 1 Ja, 0 Zur Not, 0 Nein/)]);
      for (const name of ['Lena', 'Boris', 'Dora']) expect(picture.body).not.toContain(name);
      const bytes = await openFile(dora, picture);
      expect(bytes.subarray(0, PNG.length)).toEqual(PNG);
      const { w, h, size } = picture.content['info'] as { w: number; h: number; size: number };
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes.length]).toEqual([w, h, size]);
      expect(dora.sees(town.room).filter(isPicture)).toEqual([]);
    } finally {
      await town.close();
    }
  }, 120_000);
});

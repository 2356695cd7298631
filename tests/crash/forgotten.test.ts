import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Stage } from '../support/faults-stage.ts';

it('who is forgotten while a message to them waits for its second try does not get it any more, and leaves no row', async () => {
  const stage = await Stage.open();
  try {
    stage.officer.say(stage.group, '/hier');
    const nour = stage.resident('Nour', { started: true });
    nour.start();
    nour.say('/zusage 2');
    await stage.move('+25s');
    stage.officer.say('/entfaellt Der Saal ist gesperrt.');
    await stage.move('+5s');
    const fault = stage.telegram.fault({ kind: '502-html', method: 'sendMessage', chat: nour });
    stage.pressLast(stage.officer, 'Ja');
    await stage.move('+2s');
    expect(fault.hits()).toBe(1);
    nour.say('/loeschen ja');
    await stage.move('+70s');
    expect(stage.telegram.screen(nour).filter(({ text, own }) => own && text.includes('Saal'))).toEqual([]);
    const bytes = ['', '-wal'].map((end) => readFileSync(stage.file + end).toString('latin1')).join('');
    expect(bytes.includes(String(nour.id))).toBe(false);
    expect(stage.fatal).toEqual([]);
  } finally {
    await stage.close();
  }
});

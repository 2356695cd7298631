import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { MOST_BYTES, type KeptFile } from '../../src/kernel/files.ts';
import { at, eachStore } from './each-store.ts';

const wanted: KeptFile = { id: 'f1', subject: 'MINUTES:ag-wohnen-1', name: 'Protokoll „1“.pdf', mime: 'application/pdf', state: 'WANTED', platform: 'matrix', reference: '{"url":"mxc://a/b"}', sentBy: 'p1', createdAt: at(0), attempts: 0, fetchAt: at(1) };

eachStore('file records', (place) => {
  test('files are found by what they are of, by who sent them, and in the order in which they are to be fetched', () =>
    place.on(async (store) => {
      const later: KeptFile = { ...wanted, id: 'f2', sentBy: null, createdAt: at(2), fetchAt: at(9) };
      const kept: KeptFile = { ...wanted, id: 'f0', subject: 'MINUTES:ag-wohnen-2', state: 'KEPT', reference: '', attempts: 3, fetchAt: null };
      await store.transact(async ({ files }) => [later, wanted, kept].forEach((each) => files.putFile(each)));
      await store.view(async ({ files }) => {
        expect(await files.filesOf(wanted.subject)).toEqual([wanted, later]);
        expect(await files.filesSentBy('p1')).toEqual([kept, wanted]);
        expect(await files.nextFetch()).toEqual(wanted);
        expect(await files.file('f0')).toEqual(kept);
        expect(await files.file('nowhere')).toBeNull();
      });
      await store.transact(async ({ files }) => [wanted, later].forEach((each) => files.putFile({ ...each, fetchAt: null })));
      expect(await store.view(({ files }) => files.nextFetch())).toBeNull();
    }));

  test('the largest file comes back byte by byte, and goes with its description', () =>
    place.on(async (store) => {
      const bytes = randomBytes(MOST_BYTES);
      await store.transact(async ({ files }) => {
        files.putFile(wanted);
        files.putContent('f1', bytes);
      });
      const back = await store.view(({ files }) => files.content('f1'));
      expect(bytes.equals(back!)).toBe(true);
      await store.transact(async ({ files }) => files.removeFile('f1'));
      expect(await store.view(async ({ files }) => [await files.file('f1'), await files.content('f1')])).toEqual([null, null]);
    }), 30_000);
});

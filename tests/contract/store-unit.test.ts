import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Records, Unit } from '../../src/ports/store.ts';
import { at, eachStore } from './each-store.ts';

/** What can be done to audit entries (table with a bulk update) and identities (two-column key), and asked of them. */
type Step =
  | { readonly do: 'put'; readonly n: number; readonly whose: number }
  | { readonly do: 'remove'; readonly n: number }
  | { readonly do: 'entry'; readonly n: number; readonly whose: number }
  | { readonly do: 'reassign'; readonly from: number; readonly to: number }
  | { readonly do: 'find'; readonly n: number }
  | { readonly do: 'prefetch'; readonly n: number }
  | { readonly do: 'select'; readonly whose: number }
  | { readonly do: 'entriesOf'; readonly whose: number };
type Part = { readonly steps: readonly Step[]; readonly fate: 'plain' | 'kept' | 'undone' };

interface Model {
  identities: Map<number, number>;
  entries: Map<number, number>;
}

const n = fc.integer({ min: 0, max: 5 });
const whose = fc.integer({ min: 0, max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('put' as const), n, whose }),
  fc.record({ do: fc.constant('remove' as const), n }),
  fc.record({ do: fc.constant('entry' as const), n, whose }),
  fc.record({ do: fc.constant('reassign' as const), from: whose, to: whose }),
  fc.record({ do: fc.constant('find' as const), n }),
  fc.record({ do: fc.constant('prefetch' as const), n }),
  fc.record({ do: fc.constant('select' as const), whose }),
  fc.record({ do: fc.constant('entriesOf' as const), whose }),
);
const part: fc.Arbitrary<Part> = fc.record({ steps: fc.array(step, { maxLength: 8 }), fate: fc.constantFrom('plain', 'kept', 'undone') });
const transaction = fc.record({ parts: fc.array(part, { maxLength: 5 }), fails: fc.boolean() });

const account = (index: number) => ({ platform: 'telegram' as const, account: `a${index}` });
const byKey = (map: Map<number, number>, person: number): number[] =>
  [...map].filter(([, owner]) => owner === person).map(([key]) => key).sort((a, b) => a - b);

async function doStep(unit: Unit, model: Model, one: Step): Promise<void> {
  switch (one.do) {
    case 'put':
      unit.people.putIdentity({ ...account(one.n), id: `i${one.n}`, personId: `p${one.whose}`, name: null, languageHint: null, reach: 'OPEN', room: null, seenAt: at(one.n) });
      model.identities.set(one.n, one.whose);
      return;
    case 'remove': {
      const found = await unit.people.identity('telegram', `a${one.n}`);
      if (found !== null) unit.people.removeIdentity(found);
      model.identities.delete(one.n);
      return;
    }
    case 'entry':
      unit.office.audit({ id: `e${one.n}`, at: at(one.n), actorId: null, subjectId: `p${one.whose}`, act: 'a.b', eventKey: null, details: { n: one.n } });
      model.entries.set(one.n, one.whose);
      return;
    case 'reassign':
      await unit.office.auditSubject(`p${one.from}`, `p${one.to}`);
      for (const [key, owner] of model.entries) if (owner === one.from) model.entries.set(key, one.to);
      return;
    case 'find':
      expect((await unit.people.identity('telegram', `a${one.n}`))?.personId).toBe(model.identities.has(one.n) ? `p${model.identities.get(one.n)}` : undefined);
      return;
    case 'prefetch':
      return unit.people.prefetchIdentities([account(one.n), account(one.n + 1)]);
    default:
      await agree(unit, model, one.whose);
  }
}

async function agree(records: Records, model: Model, person: number): Promise<void> {
  const identities = await records.people.identitiesOf(`p${person}`);
  expect(identities.map((each) => Number(each.account.slice(1))).sort((a, b) => a - b)).toEqual(byKey(model.identities, person));
  const entries = await records.office.auditOf(`p${person}`, 100);
  expect(entries.map((each) => Number(each.id.slice(1))).sort((a, b) => a - b)).toEqual(byKey(model.entries, person));
}

async function refused(work: Promise<unknown>, why: string): Promise<void> {
  await expect(work).rejects.toThrow(why);
}

const copy = (model: Model): Model => ({ identities: new Map(model.identities), entries: new Map(model.entries) });

async function doPart(unit: Unit, before: Model, { steps, fate }: Part): Promise<Model> {
  const model = copy(before);
  const all = async () => {
    for (const one of steps) await doStep(unit, model, one);
    if (fate === 'undone') throw new Error('undone');
  };
  if (fate === 'plain') await all();
  else if (fate === 'kept') await unit.attempt(all);
  else await refused(unit.attempt(all), 'undone');
  return fate === 'undone' ? before : model;
}

eachStore('unit of work', (place) => {
  test('agrees with a model, whatever is read, written, kept and undone', { timeout: 120_000 }, async () => {
    await place.on(async (store) => {
      let model: Model = { identities: new Map(), entries: new Map() };
      await fc.assert(
        fc.asyncProperty(transaction, async ({ parts, fails }) => {
          let inside = model;
          const run = store.transact(async (unit) => {
            inside = model;
            for (const one of parts) inside = await doPart(unit, inside, one);
            if (fails) throw new Error('failed');
          });
          if (fails) await refused(run, 'failed');
          else {
            await run;
            model = inside;
          }
          await store.view(async (records) => {
            for (const person of [0, 1, 2]) await agree(records, model, person);
          });
        }),
        { numRuns: place.provider === 'sqlite' ? 300 : 100, endOnFailure: true },
      );
    });
  });

  test('a statement the database refuses undoes its attempt and nothing else', async () => {
    const proposal = { eventKey: 'e', enteredId: 'x', chatId: 'y', state: 'OPEN', decidedBy: null, decidedAt: null } as const;
    await place.on(async (store) => {
      await store.transact(async (unit) => {
        unit.office.putSamePerson({ ...proposal, id: '1' });
        unit.kernel.setMarker('before', '1');
        const second = unit.attempt(async () => {
          unit.kernel.setMarker('inside', '1');
          unit.office.putSamePerson({ ...proposal, id: '2' });
          await unit.office.openSamePersons('e');
        });
        await expect(second).rejects.toThrow(/unique|UNIQUE/);
        unit.kernel.setMarker('after', '1');
      });
      await store.view(async ({ kernel, office }) => {
        expect((await office.openSamePersons('e')).map(({ id }) => id)).toEqual(['1']);
        expect([await kernel.marker('before'), await kernel.marker('inside'), await kernel.marker('after')]).toEqual(['1', null, '1']);
      });
    });
  });

  test('transactions take turns and lose no update, 256 at once', async () => {
    await place.on(async (store) => {
      await Promise.all(Array.from({ length: 256 }, () => store.transact((unit) => unit.kernel.touch('s'))));
      expect(await store.view((records) => records.kernel.subjectVersion('s'))).toBe(256);
    });
  });

  test('a view sees one committed state throughout', async () => {
    await place.on(async (store) => {
      await store.view(async ({ kernel }) => {
        expect(await kernel.subjectVersion('s')).toBe(0);
        await new Promise<void>((done) => setTimeout(() => done(), 0));
        expect(await kernel.marker('m')).toBeNull();
      });
      const seen = Promise.withResolvers<void>();
      const written = Promise.withResolvers<void>();
      const view = store.view(async ({ kernel }) => {
        const first = await kernel.rooms();
        seen.resolve();
        await written.promise;
        expect(await kernel.marker('m')).toBeNull();
        expect(await kernel.rooms()).toEqual(first);
      });
      await seen.promise;
      await store.transact(async (unit) => unit.kernel.setMarker('m', '1'));
      written.resolve();
      await view;
    });
  });

  test('text that no database keeps is mended, not refused', async () => {
    await place.on(async (store) => {
      await store.transact(async (unit) => unit.kernel.setMarker('odd', 'a\0b\uD800c😀'));
      expect(await store.view((records) => records.kernel.marker('odd'))).toBe('a\uFFFDb\uFFFDc😀');
    });
  });
});

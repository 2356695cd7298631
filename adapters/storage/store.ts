import type { Records, Store } from '../../src/ports/store.ts';
import { openDatabase } from './database.ts';
import type { Database, DatabaseOptions } from './database.ts';
import { decisionRecords } from './decision-records.ts';
import { decisionShelves } from './decision-tables.ts';
import { eventRecords } from './event-records.ts';
import { eventShelves } from './event-tables.ts';
import { fileRecords } from './file-records.ts';
import { groupRecords } from './group-records.ts';
import { kernelRecords, kernelShelves } from './kernel-records.ts';
import { linkRecords } from './link-records.ts';
import { officeRecords } from './office-records.ts';
import { peopleRecords, peopleShelves } from './people-records.ts';
import { pollRecords } from './poll-records.ts';
import { pollShelves } from './poll-tables.ts';
import { processRecords } from './process-records.ts';
import { reminderRecords, reminderShelves } from './reminder-records.ts';
import { UnitOfWork } from './unit.ts';

/** @throws StorageError with one sentence for the operator and the exit code. */
export async function openStore(url: string, options: DatabaseOptions): Promise<Store> {
  return storeOn(await openDatabase(url, options));
}

export function storeOn(database: Database): Store {
  return {
    transact: (work) =>
      database.transact(async (sql) => {
        const unit = new UnitOfWork(sql, database.provider, true);
        const result = await work({ ...recordsOn(unit), attempt: (attempted) => unit.attempt(attempted) });
        await unit.finish();
        return result;
      }),
    view: (work) => database.view((sql) => work(recordsOn(new UnitOfWork(sql, database.provider, false)))),
    scrub: () => database.scrub(),
    close: () => database.close(),
  };
}

function recordsOn(unit: UnitOfWork): Records {
  const people = peopleShelves(unit);
  const reminders = reminderShelves(unit);
  return {
    kernel: kernelRecords(unit, kernelShelves(unit), people.identities, reminders.single),
    files: fileRecords(unit),
    people: peopleRecords(people),
    process: processRecords(unit),
    events: eventRecords(unit, eventShelves(unit), people),
    links: linkRecords(unit),
    office: officeRecords(unit),
    reminders: reminderRecords(unit, reminders),
    groups: groupRecords(unit),
    polls: pollRecords(pollShelves(unit)),
    decisions: decisionRecords(decisionShelves(unit)),
  };
}

import type { FileRecords } from '../kernel/files.ts';
import type { KernelRecords } from '../kernel/records.ts';
import type { PeopleRecords } from '../people/records.ts';
import type { ProcessRecords } from '../process/records.ts';
import type { DecisionRecords } from '../decisions/records.ts';
import type { EventRecords } from '../events/records.ts';
import type { GroupRecords } from '../groups/records.ts';
import type { LinkRecords } from '../links/records.ts';
import type { OfficeRecords } from '../office/records.ts';
import type { PollRecords } from '../polls/records.ts';
import type { ReminderRecords } from '../reminders/records.ts';

/**
 * The records of all features over one transaction (a unit of work: rows are read once, changed in memory and
 * written together at the commit).
 */
export interface Records {
  readonly kernel: KernelRecords;
  readonly files: FileRecords;
  readonly people: PeopleRecords;
  readonly process: ProcessRecords;
  readonly events: EventRecords;
  readonly links: LinkRecords;
  readonly office: OfficeRecords;
  readonly reminders: ReminderRecords;
  readonly groups: GroupRecords;
  readonly polls: PollRecords;
  readonly decisions: DecisionRecords;
}

/** A transaction that changes something. */
export interface Unit extends Records {
  /**
   * Runs `work`; if it throws, every change it made is undone, those made before it in this unit stay, and the
   * error is thrown on. Lets a batch of updates share one commit without sharing one fate.
   */
  attempt<T>(work: () => Promise<T>): Promise<T>;
}

export interface Store {
  /** One writer at a time, in order of call. Resolves after the commit is on disk; rejects with nothing changed. */
  transact<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Reads the last committed state; writing through it throws. */
  view<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Leaves no trace of deleted rows in freed pages and journals. False: the files are in use; to be tried again. */
  scrub(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Why the storage refuses. Each carries one sentence for the operator and the exit code that tells a supervisor what
 * to do: 70 restart me, 75 try again later, 78 a person must look first.
 */
class StorageError extends Error {
  override readonly name: string = 'StorageError';
  readonly exitCode: 70 | 75 | 78;

  constructor(sentence: string, exitCode: 70 | 75 | 78, cause?: unknown) {
    super(sentence, { cause });
    this.exitCode = exitCode;
  }
}

/** Another instance works on this database. */
export class DatabaseInUse extends StorageError {
  override readonly name = 'DatabaseInUse';
  constructor(which: string, cause?: unknown) {
    super(`Another instance already uses the database ${which}; stop it first, or leave it to this one to try again whenever it is restarted.`, 75, cause);
  }
}

/** Somebody else held the database for longer than we wait, it cannot be reached, or its disk is full. Nothing was changed; later may do. */
export class DatabaseBusy extends StorageError {
  override readonly name = 'DatabaseBusy';
  constructor(sentence: string, cause?: unknown) {
    super(sentence, 75, cause);
  }
}

/** Lost, damaged, forbidden, or made by another version: nothing that trying again would mend. */
export class DatabaseUnusable extends StorageError {
  override readonly name = 'DatabaseUnusable';
  constructor(sentence: string, cause?: unknown) {
    super(sentence, 78, cause);
  }
}

/** Nobody knows whether the commit is on disk. From here on the store answers nothing; the process must end. */
export class CommitFailed extends StorageError {
  override readonly name = 'CommitFailed';
  constructor(cause: unknown) {
    super(`The database could not be trusted any more: ${cause instanceof Error ? cause.message.split('\n').at(-1) : String(cause)}`, 70, cause);
  }
}

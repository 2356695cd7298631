import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../adapters/system/clock.ts';
import { createMatrix, type MatrixMessenger } from '../../../adapters/matrix/index.ts';
import { roomId, type RoomId } from '../../../src/kernel/update.ts';
import type { Button, CallName, Outcome, Outgoing } from '../../../src/ports/messenger.ts';
import { Human, type RoomWish } from '../../support/matrix/human.ts';
import type { SharedHomeserver } from '../../support/matrix/synapse.ts';
import { MemoryIntake, MemoryLogger } from '../telegram/recorder.ts';

export interface Stage extends AsyncDisposable {
  readonly matrix: MatrixMessenger;
  readonly intake: MemoryIntake;
  readonly logger: MemoryLogger;
  /** Our account. */
  readonly userId: string;
  readonly fatal: string[];
  /** A new person with a strict client. */
  human(localpart: string): Promise<Human>;
  /** A room of theirs that we have joined. */
  room(owner: Human, wish?: RoomWish): Promise<RoomId>;
  /** Each call under a name of its own, unless one is given. */
  send(call: Outgoing, name?: Partial<CallName>): Promise<Outcome>;
}

/** A messenger of ours at a real homeserver, which accepts every invitation from that server. */
export async function stage(server: SharedHomeserver): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'matrix-'));
  const { userId, password } = await server.register('mitmachen', 'Miteinander');
  const [intake, logger] = [new MemoryIntake(), new MemoryLogger()];
  const panics: unknown[] = [];
  const fatal: string[] = [];
  const matrix = createMatrix({
    settings: {
      homeserver: server.url, user: userId, password, accessToken: null, recoveryKey: null, store: join(folder, 'matrix.db'), storePassphrase: null,
      allowedRooms: [`:${server.name}`], shareKeys: 'any', deviceName: 'Miteinander',
    },
    isOfficer: () => false,
    showRecoveryKey: () => {},
    showEmojis: () => {},
    onPanic: (error) => void panics.push(error),
    clock: systemClock,
    logger,
  });
  matrix.onFatal = (sentence) => fatal.push(sentence);
  await matrix.start(intake, []);
  const humans: Human[] = [];
  let calls = 0;
  return {
    matrix, intake, logger, userId, fatal,
    async human(localpart) {
      const human = await Human.arrive(server, localpart);
      humans.push(human);
      return human;
    },
    async room(owner, wish = {}) {
      const id = await owner.createRoom({ ...wish, invite: [userId, ...(wish.invite ?? [])] });
      const heard = (): boolean => [...intake.rows.values()].some((payload) => payload.includes(id) && payload.includes('m.room.member'));
      await owner.until(heard, 'the bot to have come');
      return roomId('matrix', id);
    },
    send: (call, name = {}) => matrix.send(call, { id: `call-${(calls += 1)}`, firstMade: null, ...name }),
    async [Symbol.asyncDispose]() {
      for (const human of humans) human.stop();
      await matrix.stop();
      rmSync(folder, { recursive: true, force: true });
      if (panics.length > 0) throw panics[0];
    },
  };
}

export const button = (label: string, more: Partial<Button> = {}): Button => ({ label, row: 0, data: `1.${label}`, url: null, ...more });

/** The event id of something sent. */
export function idOf(outcome: Outcome): string {
  if (outcome.kind !== 'sent' || outcome.messageId === null) throw new Error(`not sent: ${JSON.stringify(outcome)}`);
  return outcome.messageId;
}

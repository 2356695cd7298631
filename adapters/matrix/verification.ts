import type { MatrixClient } from 'matrix-js-sdk';
import { CryptoEvent, VerificationPhase, VerificationRequestEvent, VerifierEvent, type VerificationRequest, type Verifier } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { Logger } from '../../src/ports/logger.ts';
import type { SessionCallbacks } from './session.ts';

export const EMOJI_COMPARISON = 'm.sas.v1';

/**
 * Lets the officer verify us by comparing emojis. We accept and confirm by ourselves: the person compares what their screen shows
 * with what the operator sees, and it is their confirmation that counts. Others are turned down.
 */
export function acceptVerification(client: MatrixClient, callbacks: Pick<SessionCallbacks, 'isOfficer' | 'showEmojis'>, logger: Logger): void {
  client.on(CryptoEvent.VerificationRequestReceived, (request) => {
    answer(request, callbacks).catch(() => logger.warn({}, 'a verification did not succeed'));
  });
}

async function answer(request: VerificationRequest, callbacks: Pick<SessionCallbacks, 'isOfficer' | 'showEmojis'>): Promise<void> {
  if (!(await callbacks.isOfficer(request.otherUserId))) return request.cancel();
  let followed: Verifier | undefined;
  const ended = new Promise<void>((resolve, reject) => {
    const look = (): void => {
      const { phase, verifier } = request;
      if (verifier !== undefined && verifier !== followed) {
        followed = verifier;
        follow(verifier, request.otherUserId, callbacks).catch(reject);
      }
      if (phase === VerificationPhase.Done || phase === VerificationPhase.Cancelled) {
        request.off(VerificationRequestEvent.Change, look);
        resolve();
      }
    };
    request.on(VerificationRequestEvent.Change, look);
    look();
  });
  if (request.phase === VerificationPhase.Requested) await request.accept();
  await ended;
}

async function follow(verifier: Verifier, account: string, { showEmojis }: Pick<SessionCallbacks, 'showEmojis'>): Promise<void> {
  const shown = new Promise<void>((resolve, reject) => {
    verifier.once(VerifierEvent.ShowSas, (comparison) => {
      showEmojis(account, (comparison.sas.emoji ?? []).map(([symbol, name]) => ({ symbol, name })));
      comparison.confirm().then(resolve, reject);
    });
    verifier.once(VerifierEvent.Cancel, () => resolve());
  });
  await Promise.all([verifier.verify().catch(() => undefined), shown]);
}

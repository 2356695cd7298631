import { CryptoEvent, VerificationPhase, VerifierEvent, type VerificationRequest, type Verifier } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { Human } from './human.ts';

/** Whether these seven emojis are those that the other side shows. */
export type Compare = (emojis: readonly string[]) => boolean | Promise<boolean>;

/**
 * Compares emojis with another account in a direct room, as Element does it: asks, waits until the other accepts, starts.
 * Resolves when both have confirmed and the account is trusted; rejects when either side calls it off.
 */
export async function verify(human: Human, userId: string, room: string, compare: Compare): Promise<void> {
  const request = await human.crypto.requestVerificationDM(userId, room);
  await human.until(() => request.phase === VerificationPhase.Ready || rejectCancelled(request), `${userId} to accept the verification`);
  await compareWith(await request.startVerification('m.sas.v1'), compare);
  await human.until(() => trusts(human, userId), `to trust ${userId}`);
}

/** Accepts whoever asks to be verified from now on, and leaves the start to them. */
export function acceptVerifications(human: Human, compare: Compare): void {
  human.client.on(CryptoEvent.VerificationRequestReceived, (request) => {
    void follow(human, request, compare).catch(() => {}); // called off: the asking side says so
  });
}

/** The account's identity was compared by a person, not only seen. */
export async function trusts(human: Human, userId: string): Promise<boolean> {
  return (await human.crypto.getUserVerificationStatus(userId)).isCrossSigningVerified();
}

async function follow(human: Human, request: VerificationRequest, compare: Compare): Promise<void> {
  await request.accept();
  await human.until(() => request.verifier ?? rejectCancelled(request), 'the verification to start');
  if (request.verifier !== undefined) await compareWith(request.verifier, compare);
}

async function compareWith(verifier: Verifier, compare: Compare): Promise<void> {
  verifier.on(VerifierEvent.ShowSas, (sas) => {
    const emojis = (sas.sas.emoji ?? []).map(([symbol]) => symbol);
    void Promise.resolve(compare(emojis)).then((same) => (same ? sas.confirm() : sas.mismatch()));
  });
  await verifier.verify();
}

function rejectCancelled(request: VerificationRequest): false {
  if (request.phase === VerificationPhase.Cancelled) throw new Error(`The verification was called off: ${request.cancellationCode ?? 'no reason'}`);
  return false;
}

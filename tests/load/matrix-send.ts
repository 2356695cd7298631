/**
 * How fast the session sends, encrypted, against a bare loop over HTTP at the same homeserver: same account, same members, one
 * after the other in turns.
 * `node tests/load/matrix-send.ts [messages]`; needs a Synapse (tests/support/matrix/synapse.ts).
 */
import { openSession } from '../../adapters/matrix/open.ts';
import { Inbox, placeFor } from '../support/matrix/bot-session.ts';
import { Human } from '../support/matrix/human.ts';
import { startSynapse } from '../support/matrix/synapse.ts';

const messages = Number(process.argv[2] ?? 300);
const ROUNDS = 5;
const server = await startSynapse();
try {
  const account = await server.register('bot', 'Bot');
  const place = placeFor(server.url, account);
  const session = await openSession(place.settings({ accessToken: account.accessToken }), { mayInvite: () => true, isOfficer: () => false, showRecoveryKey: () => {}, showEmojis: () => {}, onLost: console.error, onPanic: console.error }, { debug: () => {}, info: () => {}, warn: () => {}, bug: () => '' });
  const inbox = new Inbox();
  await session.start(inbox);
  const human = await Human.arrive(server, 'amira');
  const room = await session.openDirect(human.userId);
  await human.acceptInvitation(account.userId);
  const plain = await human.createRoom({ encrypted: false, invite: [account.userId] });
  await inbox.until(({ stateKey, room: { id } }) => stateKey === account.userId && id === plain, 'that we joined');
  // Nobody else listens on this machine meanwhile.
  human.stop();
  const body = 'a'.repeat(400);
  const encrypted = async (n: number): Promise<unknown> => session.send(room, 'm.room.message', { msgtype: 'm.text', body }, `e${n}`);
  const bare = async (n: number): Promise<unknown> => {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(plain)}/send/m.room.message/p${n}`;
    const answer = await fetch(`${server.url}${path}`, { method: 'PUT', headers: { authorization: `Bearer ${account.accessToken}`, 'content-type': 'application/json' }, body: JSON.stringify({ msgtype: 'm.text', body }) });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  };
  await encrypted(-1);
  await bare(-1);
  const spent = { encrypted: 0, bare: 0 };
  let sent = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, send] of round % 2 === 0 ? ([['encrypted', encrypted], ['bare', bare]] as const) : ([['bare', bare], ['encrypted', encrypted]] as const)) {
      const begun = performance.now();
      for (let n = 0; n < messages / ROUNDS; n++) await send(round * messages + n);
      spent[name] += performance.now() - begun;
    }
    sent += Math.ceil(messages / ROUNDS);
  }
  const rate = (ms: number): number => Math.round((sent / ms) * 10_000) / 10;
  console.log(JSON.stringify({ sent, encryptedPerSecond: rate(spent.encrypted), barePerSecond: rate(spent.bare), ratio: Math.round((spent.bare / spent.encrypted) * 1_000) / 1_000, rssMB: Math.round(process.memoryUsage().rss / 2 ** 20) }));
  await session.stop();
  place.remove();
} finally {
  await server.stop();
}
process.exit(0);

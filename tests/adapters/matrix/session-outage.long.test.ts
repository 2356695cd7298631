import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenSession } from '../../../adapters/matrix/session.ts';
import { MatrixFailure } from '../../../adapters/matrix/wire.ts';
import { standBetween, type Between } from '../../support/matrix/between.ts';
import { Inbox, placeFor, type Place } from '../../support/matrix/bot-session.ts';
import { Human } from '../../support/matrix/human.ts';
import { onSynapse } from '../../support/matrix/synapse-suite.ts';

/** Unhandled rejections fail the run: in the bot they would end the process. */
onSynapse('while the homeserver is away', (server) => {
  let between: Between;
  let place: Place;
  let inbox: Inbox;
  let session: OpenSession;
  let human: Human;
  let room: string;

  beforeEach(async () => {
    const account = await server().register('bot', 'Bot');
    between = await standBetween(server().url);
    place = placeFor(between.url, account);
    inbox = new Inbox();
    human = await Human.arrive(server(), 'amira', 'Amira');
    session = await place.open(inbox);
    room = await human.createRoom({ invite: [account.userId] });
    await human.until(() => human.client.getRoom(room)?.getMember(account.userId)?.membership === 'join', 'the bot');
    await human.say(room, 'vorher');
    await inbox.untilHeard('vorher');
  });
  afterEach(async () => {
    await session.stop();
    human.stop();
    await between.stop();
    place.remove();
    expect(place.told).toMatchObject({ panics: [], lost: [] });
  });

  const away: readonly (readonly [string, Between['instead']])[] = [
    ['the line is cut', () => Promise.reject(new Error('cut'))],
    ['a proxy answers in its stead', () => ({ status: 502, body: '<html>Bad Gateway</html>' })],
    ['it answers no JSON', () => ({ status: 200, body: 'maintenance' })],
  ];
  test.each(away)('%s: what we say fails in a way that is known, what is said to us is heard afterwards', async (_how, instead) => {
    between.instead = instead;
    const begun = between.calls.length;
    const asked = performance.now();
    const failures = await Promise.all(
      ['t1', 't2', 't3'].map(async (transaction) => session.send(room, 'm.room.message', { msgtype: 'm.text', body: transaction }, transaction).then(() => null, (error: unknown) => error)),
    );
    expect(performance.now() - asked).toBeLessThan(30_000);
    for (const failure of failures.filter((one) => one !== null)) expect(failure).toBeInstanceOf(MatrixFailure);
    await human.say(room, 'inzwischen');
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    // No hot loop.
    expect(between.calls.length - begun).toBeLessThan(60);
    between.instead = () => null;
    await inbox.until(({ content }) => content['body'] === 'inzwischen', 'what was said meanwhile', 60_000);
    for (const transaction of ['t1', 't2', 't3']) await session.send(room, 'm.room.message', { msgtype: 'm.text', body: transaction }, transaction);
    await human.untilSees(room, /^t3$/);
    expect(human.sees(room).map(({ body }) => body).filter((body) => /^t\d$/.test(body))).toEqual(['t1', 't2', 't3']);
    expect(inbox.batches.findLast(({ updates }) => updates.some(({ payload }) => payload.includes('inzwischen')))).toMatchObject({ resumed: true });
  }, 120_000);
});

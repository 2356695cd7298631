import { afterEach, expect, test } from 'vitest';
import { acceptVerifications, trusts, verify } from '../../support/matrix/human-verify.ts';
import { Human } from '../../support/matrix/human.ts';
import { NioPeer } from '../../support/matrix/nio-peer.ts';
import { onSynapse } from '../../support/matrix/synapse-suite.ts';

const leaving: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const leave of leaving.splice(0)) await leave();
});

function there<T extends { stop(): void | Promise<void> }>(somebody: T): T {
  leaving.push(() => somebody.stop());
  return somebody;
}

onSynapse('people on a homeserver', (server) => {
  test('a strict client and one of another make read each other in an encrypted room', async () => {
    const amira = there(await Human.arrive(server(), 'amira', 'Amira'));
    const nio = there(await NioPeer.arrive(server(), 'nio', 'Nio'));
    await nio.sign();
    const room = await amira.createRoom({ name: 'Runder Tisch', invite: [nio.userId] });
    await nio.join(room);

    const hello = await amira.say(room, 'Guten Tag');
    expect(await nio.untilSees(room, /Guten Tag/)).toMatchObject({ id: hello, sender: amira.userId, encrypted: true, unreadable: false, valid: true });
    await nio.react(room, hello, '👍');
    await amira.untilSees(room, (seen) => seen.id === hello && seen.reactions['👍']?.[0] === nio.userId);
    const answer = await nio.reply(room, hello, 'Grüß Gott');
    expect(await amira.untilSees(room, /Grüß Gott/)).toMatchObject({ replyTo: hello, encrypted: true, unreadable: null });
    await nio.edit(room, answer, 'Grüß Gott, Amira');
    expect(await amira.untilSees(room, /Gott, Amira/)).toMatchObject({ id: answer, edited: true });
    await amira.edit(room, hello, 'Guten Abend');
    await nio.untilSees(room, (event) => (event.content['m.new_content'] as { body?: string } | undefined)?.body === 'Guten Abend');
    await nio.redact(room, answer);
    await amira.untilSees(room, (seen) => seen.id === answer && seen.redacted);
  });

  test('a strict client has no part in what an unsigned device writes, nor gives it a key', async () => {
    const amira = there(await Human.arrive(server(), 'amira'));
    const nio = there(await NioPeer.arrive(server(), 'nio'));
    const room = await amira.createRoom({ invite: [nio.userId] });
    await nio.join(room);
    const question = await nio.say(room, 'Wer bin ich?');
    const shown = await amira.untilSees(room, (seen) => seen.id === question && seen.unreadable !== null);
    expect(shown.unreadable).toBe('UNSIGNED_SENDER_DEVICE');
    const answer = await amira.say(room, 'Niemand');
    expect(await nio.untilSees(room, (event) => event.id === answer)).toMatchObject({ encrypted: true, unreadable: true });
  });

  test('two people compare emojis; who sees others is not trusted', async () => {
    const amira = there(await Human.arrive(server(), 'amira'));
    const bela = there(await Human.arrive(server(), 'bela'));
    const room = await amira.createRoom({ invite: [bela.userId], direct: true });
    await bela.acceptInvitation(amira.userId);
    await amira.until(() => amira.client.getRoom(room)?.getMember(bela.userId)?.membership === 'join', 'Bela to come');
    const shown: (readonly string[])[] = [];
    let same = false;
    const look = (emojis: readonly string[]): boolean => {
      shown.push(emojis);
      return same;
    };
    acceptVerifications(bela, look);
    await expect(verify(amira, bela.userId, room, look)).rejects.toThrow();
    expect(await trusts(amira, bela.userId)).toBe(false);
    same = true;
    shown.length = 0;
    await verify(amira, bela.userId, room, look);
    await bela.until(() => trusts(bela, amira.userId), 'to trust Amira');
    expect(shown[0]).toHaveLength(7);
    expect(shown[1]).toEqual(shown[0]);
  });
});

import type { Account } from './accounts.ts';
import { Resident } from './resident.ts';

type Raw = Readonly<Record<string, unknown>>;

/** What a message of the bot says now, after its edits. */
export interface PlainMessage {
  readonly id: string;
  readonly body: string;
}

/**
 * A person who reacts in an encrypted room they cannot read, and has a private chat with the bot that is not encrypted: they
 * read and write there without keys, so that a hundred of them fit into one test.
 */
export class PlainResident extends Resident {
  readonly direct: string;

  private constructor(url: string, account: Account, direct: string) {
    super(url, account);
    this.direct = direct;
  }

  /** Joins `room` and opens the private chat. */
  static async arrive(url: string, account: Account, room: string, bot: string): Promise<PlainResident> {
    const knocking = new PlainResident(url, account, '');
    await knocking.join(room);
    const { room_id } = await knocking.call('POST', '/createRoom', { is_direct: true, invite: [bot], preset: 'trusted_private_chat' });
    return new PlainResident(url, account, String(room_id));
  }

  async say(body: string): Promise<void> {
    await this.call('PUT', `/rooms/${encodeURIComponent(this.direct)}/send/m.room.message/${this.transaction()}`, { msgtype: 'm.text', body });
  }

  /** Whether the bot has come into the private chat. */
  async isMet(bot: string): Promise<boolean> {
    const { joined } = await this.call('GET', `/rooms/${encodeURIComponent(this.direct)}/joined_members`, null);
    return Object.hasOwn(joined as object, bot);
  }

  /** The bot's messages in the private chat, oldest first. */
  async reads(bot: string): Promise<PlainMessage[]> {
    const { chunk } = await this.call('GET', `/rooms/${encodeURIComponent(this.direct)}/messages?dir=b&limit=100`, null);
    const said = (chunk as Raw[]).filter(({ type, sender }) => type === 'm.room.message' && sender === bot).reverse();
    const bodies = new Map<string, string>();
    for (const { event_id, content } of said as { event_id: string; content: { body?: string; 'm.relates_to'?: { rel_type?: string; event_id: string }; 'm.new_content'?: { body: string } } }[]) {
      const edits = content['m.relates_to']?.rel_type === 'm.replace' ? content['m.relates_to'].event_id : null;
      bodies.set(edits ?? event_id, content['m.new_content']?.body ?? content.body ?? '');
    }
    return [...bodies].map(([id, body]) => ({ id, body }));
  }
}

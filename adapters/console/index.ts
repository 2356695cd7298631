import { splitRoom, type RoomId } from '../../src/kernel/update.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Button, Fetched, Intake, Limits, Messenger, Outcome, Outgoing } from '../../src/ports/messenger.ts';
import { decode, type Payload } from './payload.ts';
import { fileLines, messageText, pollText } from './render.ts';
import { Screen } from './screen.ts';
import { GROUP, type Where } from './script.ts';

/** A terminal takes everything at once. */
const UNLIMITED = { burst: 1, refill: 0, gap: 0 };
const LIMITS: Limits = { group: UNLIMITED, person: UNLIMITED, overall: UNLIMITED, atOnce: 16 };
const ACCOUNT = 'console';

/**
 * One group and any number of people in one terminal. A person is who a line names; capital letters make no second
 * one. Everything sent is put on the screen, from where the rehearsal prints it.
 */
export class Console implements Messenger {
  readonly platform = 'console';
  readonly limits = LIMITS;
  readonly whispersAside = true;
  readonly repeatsSafely = false;
  readonly explainsNumbers = false;
  onFatal: ((sentence: string) => void) | null = null;
  readonly screen = new Screen();
  readonly decode = decode;
  private readonly clock: Clock;
  /** Keys of a session are its own: the inbox may be older than we are. */
  private readonly session: string;
  private readonly names = new Map<string, string>();
  private intake: Intake | null = null;
  private lines = 0;

  constructor(clock: Clock, session: string) {
    this.clock = clock;
    this.session = session;
  }

  /** Names of the people that came into being, as first written. */
  get people(): readonly string[] {
    return [...this.names.values()];
  }

  /** The room everybody shares. */
  get group(): string {
    return GROUP;
  }

  /** Somebody says or presses something; resolves when it is in the inbox. */
  async hear(name: string, where: Where, said: { readonly text: string } | { readonly choice: string }): Promise<void> {
    const account = this.accountOf(name);
    const messageId = `said-${this.lines + 1}`;
    const what: Payload['what'] = 'text' in said ? { kind: 'text', text: said.text, messageId } : { kind: 'choice', choice: said.choice, messageId };
    await this.receive(account, where === 'group' ? GROUP : account, what);
  }

  /** `name` takes the bot into the group. */
  async join(name: string): Promise<void> {
    await this.receive(this.accountOf(name), GROUP, { kind: 'joined' });
  }

  isGroup(chat: string): boolean {
    return chat === GROUP;
  }

  async start(intake: Intake): Promise<void> {
    this.intake = intake;
  }

  async stop(): Promise<void> {
    this.intake = null;
  }

  deepLink(): null {
    return null;
  }

  async send(call: Outgoing): Promise<Outcome> {
    const { screen } = this;
    switch (call.op) {
      case 'post': {
        const text = messageText(call.document, call.buttons);
        return sent(screen.post(call.room, this.placeOf(call.room), this.prefixOf(call.room), text, hasActions(call.buttons)));
      }
      case 'edit': {
        const found = screen.edit(call.messageId, messageText(call.document, call.buttons), hasActions(call.buttons));
        return found ? sent(call.messageId) : GONE;
      }
      case 'whisper':
        screen.say(`→ ${this.names.get(call.account) ?? call.account}`, messageText(call.document, []));
        return sent(null);
      case 'file': {
        const { summary, content } = fileLines(call.file);
        screen.say(this.prefixOf(call.room), [...(call.caption === null ? [] : [call.caption]), summary, ...(content === '' ? [] : [content])].join('\n'));
        return sent(null);
      }
      case 'poll':
        return sent(screen.post(call.room, this.placeOf(call.room), this.prefixOf(call.room), pollText(call.poll, call.document), false));
      case 'endPoll':
        screen.say(this.prefixOf(call.room), messageText(call.document, []));
        return sent(call.messageId);
      case 'picture':
        screen.say(this.prefixOf(call.room), `[Bild] ${call.alt}`);
        return sent(null);
      case 'answer':
        return { kind: 'refused', reason: 'NOT_FOUND', detail: 'nothing is pressed in a terminal, only chosen' };
      case 'mark':
        // A terminal has no signs on lines; the words follow anyway.
        return sent(null);
      case 'delete':
        return screen.remove(call.messageId) ? sent(null) : GONE;
      default:
        return call satisfies never;
    }
  }

  /** Nobody can send a file from a terminal. */
  async download(): Promise<Fetched> {
    return { kind: 'never', why: 'GONE' };
  }

  private async receive(account: string, chat: string, what: Payload['what']): Promise<void> {
    if (this.intake === null) throw new Error('the console was not started');
    this.lines += 1;
    const payload: Payload = { at: this.clock.now(), account, name: this.names.get(account) ?? account, chat, what };
    const update = { key: `${this.session}.${this.lines}`, payload: JSON.stringify(payload) };
    await this.intake.receive('console', { account: ACCOUNT, updates: [update], cursor: null, caughtUp: true, askedAt: this.clock.now() });
  }

  private accountOf(name: string): string {
    const account = name.toLowerCase();
    if (!this.names.has(account)) this.names.set(account, name);
    return account;
  }

  private placeOf(room: RoomId): string {
    const { chat } = splitRoom(room);
    return chat === GROUP ? GROUP : (this.names.get(chat) ?? chat);
  }

  private prefixOf(room: RoomId): string {
    const place = this.placeOf(room);
    return place === GROUP ? GROUP : `→ ${place}`;
  }
}

const sent = (messageId: string | null): Outcome => ({ kind: 'sent', messageId });
const GONE: Outcome = { kind: 'refused', reason: 'NOT_FOUND', detail: 'no such message in the terminal' };
const hasActions = (buttons: readonly Button[]): boolean => buttons.some(({ data }) => data !== null);

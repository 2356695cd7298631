import { documents } from '../../../adapters/documents/index.ts';
import { randomIds } from '../../../adapters/system/ids.ts';
import { readTexts } from '../../../adapters/system/texts.ts';
import type { Event, ListedReply } from '../../../src/events/records.ts';
import { createFeatures } from '../../../src/features.ts';
import { commandTable, parseCommand, type Command } from '../../../src/kernel/command.ts';
import { answerDialog, endDialog, runCommand } from '../../../src/kernel/dialog.ts';
import type { Actor } from '../../../src/kernel/directory.ts';
import type { CardCopy, Dialog } from '../../../src/kernel/records.ts';
import { durations, instant, type Instant } from '../../../src/kernel/time.ts';
import { noAftermath, Turn, type House } from '../../../src/kernel/turn.ts';
import { roomId, type RoomId } from '../../../src/kernel/update.ts';
import type { Unit } from '../../../src/ports/store.ts';
import { createLanguages } from '../../../src/view/language.ts';
import { plain } from '../../../src/view/plain.ts';
import { BEFORE } from '../events/guest-list.ts';

const languages = createLanguages(readTexts());
export const german = languages.fallback;

/** A command as it is described, but its run only notes how it was understood. */
export function noting(name: string, understood: Readonly<Record<string, unknown>>[]): Command {
  const { features } = createFeatures({ languages, documents, ids: randomIds, startedAt: BEFORE });
  const command = features.flatMap((feature) => feature.commands).find((each) => each.name === name);
  if (command === undefined) throw new Error(`there is no /${name}`);
  return { ...command, run: async (_turn, args) => void understood.push(args) };
}

export interface Speaker {
  readonly account: string;
  readonly room: RoomId;
}
export const AMIRA: Speaker = { account: 'amira', room: roomId('console', 'amira') };

/**
 * Words in, words out: what a person types, through parsing and dialogs, and what the bot says to it. What would be
 * stored is kept in maps; only what dialogs and the parameters of commands look at is there.
 */
export class Conversation {
  now: Instant = BEFORE;
  /** A question's choices, as they would be buttons. */
  choices: readonly { readonly label: string; readonly raw: string }[] = [];
  private readonly commands: ReadonlyMap<string, Command>;
  private readonly events: readonly Event[];
  private readonly entered: readonly Partial<ListedReply>[];
  private readonly dialogs = new Map<string, Dialog>();
  private readonly cards = new Map<string, CardCopy>();
  private turns = 0;

  constructor(commands: readonly Command[], stored: { events?: readonly Event[]; entered?: readonly Partial<ListedReply>[] } = {}) {
    this.commands = commandTable(commands);
    this.events = stored.events ?? [];
    this.entered = stored.entered ?? [];
  }

  /** What the bot says to it; empty: nothing, the text was not meant for it. */
  async say(text: string, by: Speaker = AMIRA): Promise<string[]> {
    const turn = this.turn(by);
    const typed = parseCommand(text);
    const command = typed === null ? undefined : this.commands.get(typed.name);
    if (typed !== null && command !== undefined) await runCommand(turn, command, typed.rest);
    else if (typed === null) await answerDialog(turn, this.commands, text);
    return this.heard(turn);
  }

  /** `/abbrechen`: whether there was a question. */
  async abort(by: Speaker = AMIRA): Promise<boolean> {
    return endDialog(this.turn(by));
  }

  /** Presses the choice with this label, as typing what stands for it. */
  async choose(label: string, by: Speaker = AMIRA): Promise<string[]> {
    const choice = this.choices.find((each) => each.label === label);
    if (choice === undefined) throw new Error(`there is no choice ${label}`);
    return this.say(choice.raw, by);
  }

  wait(minutes: number): void {
    this.now = instant(this.now + minutes * durations.minute);
  }

  /** Questions that can still be answered. */
  get openQuestions(): number {
    return [...this.cards.values()].filter(({ data }) => data['closed'] !== true).length;
  }

  private heard(turn: Turn): string[] {
    return turn.aftermath.effects.flatMap(({ effect }) => {
      if (effect.kind === 'SAY') return plain(effect.document);
      const data = effect.kind === 'POST' ? (this.cards.get(effect.cardId)?.data as { text: string; labels: string[]; raw: string[] } | undefined) : undefined;
      if (data === undefined) return [];
      this.choices = data.labels.map((label, i) => ({ label, raw: data.raw[i]! }));
      return data.text;
    });
  }

  private turn({ account, room }: Speaker): Turn {
    this.turns += 1;
    let seq = 0;
    const house = { languages, ids: randomIds, nextSeq: () => (seq += 1), deepLink: () => null } as unknown as House;
    const actor: Actor = { kind: 'person', platform: 'console', account, name: account, languageHint: null, personId: account, role: 'OFFICER', moderator: false, language: german, privateRoom: room };
    const update = {
      at: null,
      sender: { kind: 'person', account, name: account, username: null, languageHint: null, moderator: false },
      place: { room, kind: 'PRIVATE', title: null },
      what: { kind: 'text', text: '', messageId: '1', replyTo: null },
    } as const;
    return new Turn(house, this.unit(), `in.${this.turns}`, this.now, { at: null, after: this.now, received: this.now }, actor, update, noAftermath());
  }

  private unit(): Unit {
    return {
      kernel: {
        dialog: async (id: string) => this.dialogs.get(id) ?? null,
        putDialog: (dialog: Dialog) => void this.dialogs.set(dialog.id, dialog),
        removeDialog: (id: string) => void this.dialogs.delete(id),
        card: async (id: string) => this.cards.get(id) ?? null,
        putCard: (card: CardCopy) => void this.cards.set(card.id, card),
        putOutbox: () => {},
        touch: async () => {},
        room: async () => null,
      },
      events: {
        event: async (key: string) => this.events.find((event) => event.key === key) ?? null,
        events: async () => this.events,
        enteredReplies: async () => this.entered,
        tally: async () => ({ attendingReplies: 0, maybe: 0, waitingReplies: 0 }),
      },
      groups: { membershipsOf: async () => [] },
    } as unknown as Unit;
  }
}

import type { Unit } from '../ports/store.ts';
import { commandTable, parseCommand, type Command } from './command.ts';
import { answerDialog, isAsked, runCommand } from './dialog.ts';
import type { Directory } from './directory.ts';
import type { Drawer } from './draw.ts';
import type { CardKind, Feature, FileKind } from './feature.ts';
import { Flood, type Verdict } from './flood.ts';
import { refusal } from './permission.ts';
import { promptCard } from './prompt.ts';
import type { CardCopy } from './records.ts';
import type { Seals } from './seal.ts';
import type { Turn } from './turn.ts';
import { roomId, splitRoom, type Update } from './update.ts';

/** Longer texts are cut before anything looks at them. */
const MAX_TEXT = 8_192;

/** All commands and card kinds of the bot, found by name. */
export interface Catalogue {
  readonly features: readonly Feature[];
  readonly commands: ReadonlyMap<string, Command>;
  readonly cards: ReadonlyMap<string, CardKind>;
  readonly files: readonly FileKind[];
}

/** @throws on a name given twice (a bug, found at start). */
export function createCatalogue(features: readonly Feature[]): Catalogue {
  const commands = commandTable(features.flatMap((feature) => feature.commands));
  const kinds = [promptCard(() => commands), ...features.flatMap((feature) => feature.cards)];
  return { features, commands, cards: new Map(kinds.map((kind) => [kind.kind, kind])), files: features.flatMap((feature) => feature.files ?? []) };
}

/**
 * What is meant by an update: which command, which card's action. Authorises at the moment of the press or command,
 * then hands over to the feature. Unknown, foreign and stale presses get a private answer, never silence.
 */
export class Hearing {
  private readonly catalogue: Catalogue;
  private readonly seals: Seals;
  private readonly directory: Directory;
  private readonly drawer: Drawer;
  private readonly flood = new Flood();
  /** A transaction that is tried again hears the same updates: none is weighed twice. */
  private readonly verdicts = new WeakMap<Update, Verdict>();

  constructor(catalogue: Catalogue, seals: Seals, directory: Directory, drawer: Drawer) {
    this.catalogue = catalogue;
    this.seals = seals;
    this.directory = directory;
    this.drawer = drawer;
  }

  /** Loads in few reads what the updates of a batch will look up one by one. */
  async prefetch(unit: Unit, updates: readonly Update[]): Promise<void> {
    await this.directory.prefetch(unit, updates.map(({ sender, place }) => ({ sender, place })));
    const presses = updates.flatMap((update) => {
      const opened = update.what.kind === 'press' ? this.seals.open(update.what.data) : null;
      return opened === null ? [] : [{ update, cardId: opened.cardId }];
    });
    await unit.kernel.prefetchCards([...new Set(presses.map(({ cardId }) => cardId))]);
    const byKind = new Map<string, { copy: CardCopy; personId: string | null }[]>();
    for (const { update, cardId } of presses) {
      const copy = await unit.kernel.card(cardId);
      if (copy === null || update.sender.kind !== 'person') continue;
      const identity = await unit.people.identity(splitRoom(update.place.room).platform, update.sender.account);
      const alike = byKind.get(copy.kind) ?? [];
      byKind.set(copy.kind, alike);
      alike.push({ copy, personId: identity?.personId ?? null });
    }
    for (const [kind, list] of byKind) await this.catalogue.cards.get(kind)?.prefetch(unit, list);
  }

  async hear(turn: Turn, update: Update): Promise<void> {
    const what = update.what;
    switch (what.kind) {
      case 'text':
        return this.text(turn, what.text.slice(0, MAX_TEXT), what.replyTo);
      case 'press':
        return this.press(turn, what.data, what.messageId);
      case 'choice':
        return this.choice(turn, what.choice, what.target);
      case 'joined':
      case 'left':
      case 'opened':
      case 'blocked':
      case 'moved':
      case 'undone':
      case 'unreadable':
        for (const feature of this.catalogue.features) await feature.hears[what.kind]?.(turn);
        return;
      default:
        return what satisfies never;
    }
  }

  private async text(turn: Turn, text: string, replyTo: string | null = null): Promise<void> {
    const typed = parseCommand(text);
    const command = typed === null ? undefined : this.catalogue.commands.get(typed.name);
    if (turn.actor.kind === 'nobody') {
      // Another bot gets no answer: two that answered each other would never end.
      if (turn.update?.sender.kind === 'channel' && typed !== null && !this.isTooMuch(turn)) turn.answer(turn.t('not-a-person'));
      return;
    }
    if ((turn.isPrivate || (typed === null ? await isAsked(turn) : command !== undefined)) && this.isTooMuch(turn)) return;
    if (typed !== null && command !== undefined) {
      const refused = refusal(turn, command);
      return refused === null ? runCommand(turn, command, typed.rest) : turn.answer(refused);
    }
    if (typed === null && (await answerDialog(turn, this.catalogue.commands, text))) return;
    if (typed === null && turn.attachment !== null) return this.file(turn, text, replyTo);
    // A group talks about many things; only in private everything is meant for us.
    if (turn.isPrivate) turn.answer(turn.t(typed === null ? 'text-not-understood' : 'command-unknown'));
  }

  /**
   * Words that ask something of us, and come faster than anybody can mean it, are not worked off; whoever wrote them
   * is told now and then. Never the office; and never presses and choices, which count.
   */
  private isTooMuch(turn: Turn): boolean {
    const { update, actor, when, place } = turn;
    if (update === null || actor.role !== null) return false;
    const { platform, chat } = splitRoom(place.room);
    const verdict = this.verdicts.get(update) ?? this.flood.weigh({
      person: actor.kind === 'person' ? (actor.personId ?? `${platform}:${actor.account}`) : `${actor.kind} in ${platform}:${chat}`,
      room: turn.isPrivate ? null : `${platform}:${chat}`,
      at: when.at ?? when.received,
      now: turn.now,
    });
    this.verdicts.set(update, verdict);
    if (verdict === 'TELL') {
      turn.house.logger.warn({ platform }, 'somebody writes faster than is worked off; they were asked to wait');
      turn.answer(turn.t('too-many-at-once'));
    }
    return verdict !== 'GO';
  }

  /** A file without a command: what it is for, only the card it replies to can say. */
  private async file(turn: Turn, caption: string, replyTo: string | null): Promise<void> {
    const copy = replyTo === null || caption !== '' ? null : await this.chosen(turn, replyTo);
    if (copy !== null) for (const kind of this.catalogue.files) if (await kind.offered(turn, copy)) return;
    if (turn.isPrivate) turn.answer(turn.t('file-not-expected'));
  }

  private async press(turn: Turn, data: string, messageId: string | null): Promise<void> {
    const opened = this.seals.open(data);
    const copy = opened === null ? null : await turn.unit.kernel.card(opened.cardId);
    if (opened === null || copy === null || !sameChat(turn, copy)) return this.foreign(turn, opened === null ? 'forged' : 'foreign');
    if (messageId !== null && copy.messageId !== messageId) this.twin(turn, copy, messageId);
    await this.act(turn, copy, opened.actionId);
  }

  /** "2" or a label, meant for the card it replies to, else for the newest card in this room. */
  private async choice(turn: Turn, choice: string, target: string | null): Promise<void> {
    const copy = await this.chosen(turn, target);
    const drawing = copy === null ? null : await this.drawer.draw(turn.unit, copy, turn.now);
    const action = drawing?.legend[Number(choice) - 1] ?? drawing?.legend.find(({ label }) => label.toLowerCase() === choice.trim().toLowerCase());
    if (copy === null || action === undefined) {
      // A number may also be the answer to an open question.
      if (await answerDialog(turn, this.catalogue.commands, choice)) return;
      // "Danke" below our card is no choice; what it is, only a private chat is told.
      if (!/^\d+$/.test(choice.trim()) || drawing === null) return turn.isPrivate ? this.text(turn, choice) : undefined;
      const most = drawing.legend.length;
      turn.refuse(drawing.poll !== null ? turn.t('choice-in-poll') : most === 0 ? turn.t('choice-none') : turn.t('choice-unknown', { most }));
      return turn.acknowledge();
    }
    await this.act(turn, copy, action.id);
    turn.acknowledge();
  }

  private async chosen(turn: Turn, target: string | null): Promise<CardCopy | null> {
    if (target === null) return turn.unit.kernel.newestCard(turn.place.room, turn.isPrivate ? turn.actor.personId : null);
    // A thread is part of its room: the card may hang in the room and be answered in a thread of it.
    const { platform, chat } = splitRoom(turn.place.room);
    return (await turn.unit.kernel.cardByMessage(turn.place.room, target)) ?? turn.unit.kernel.cardByMessage(roomId(platform, chat), target);
  }

  private async act(turn: Turn, copy: CardCopy, actionId: string): Promise<void> {
    if (turn.actor.kind !== 'person') return turn.refuse(turn.t('not-a-person'));
    if (copy.personId !== null && copy.personId !== turn.actor.personId) return this.foreign(turn, 'not theirs');
    if (copy.state !== 'LIVE' || copy.data['closed'] === true) return turn.refuse(turn.t('press-closed'));
    const kind = this.catalogue.cards.get(copy.kind);
    if (kind === undefined) return turn.refuse(turn.t('press-closed'));
    await kind.press(turn, copy, actionId);
  }

  /**
   * A press from another message than the one we know: either we were killed before we heard the message's number
   * (then this is it), or the platform carried out a call twice (then the other one is a twin and goes).
   */
  private twin(turn: Turn, copy: CardCopy, messageId: string): void {
    if (copy.messageId === null) turn.unit.kernel.putCard({ ...copy, messageId });
    else turn.remove(turn.place.room, messageId);
  }

  private foreign(turn: Turn, why: string): void {
    turn.house.logger.warn({ platform: turn.actor.platform, why }, 'a press was refused');
    turn.refuse(turn.t('press-unknown'));
  }
}

function sameChat(turn: Turn, copy: CardCopy): boolean {
  return splitRoom(copy.room).chat === splitRoom(turn.place.room).chat && splitRoom(copy.room).platform === splitRoom(turn.place.room).platform;
}

import { prefixed } from './render.ts';

interface Message {
  readonly room: string;
  /** `Gruppe` or a person's name. */
  readonly place: string;
  text: string;
  /** Given when it is first printed; null: it never had an action, so it is no card. */
  number: number | null;
  isCard: boolean;
  open: boolean;
  printed: string | null;
}

/**
 * What the terminal shows. Outputs gather until they are taken; a card that was edited in between appears once, as it
 * stands in the end, and not at all when nothing of it changed.
 */
export class Screen {
  private readonly messages = new Map<string, Message>();
  /** Lines, or a message to be printed as it then stands. */
  private waiting: (readonly string[] | Message)[] = [];
  private count = 0;
  private cards = 0;

  post(room: string, place: string, prefix: string, text: string, hasActions: boolean): string {
    this.count += 1;
    const message: Message = { room, place, text, number: null, isCard: hasActions, open: hasActions, printed: null };
    this.messages.set(String(this.count), message);
    this.waiting.push(hasActions ? message : prefixed(prefix, text));
    return String(this.count);
  }

  /** False: there is no such message. */
  edit(id: string, text: string, hasActions: boolean): boolean {
    const message = this.messages.get(id);
    if (message === undefined) return false;
    message.text = text;
    message.open = hasActions;
    message.isCard ||= hasActions;
    // A message without actions (a question that was answered) needs no second printing.
    if (message.isCard) this.again(message);
    return true;
  }

  remove(id: string): boolean {
    const message = this.messages.get(id);
    if (message === undefined) return false;
    this.messages.delete(id);
    this.waiting = this.waiting.filter((entry) => entry !== message);
    if (message.number !== null) this.waiting.push(prefixed(cardPrefix(message), '(entfernt)'));
    return true;
  }

  say(prefix: string, text: string): void {
    this.waiting.push(prefixed(prefix, text));
  }

  /** All that is to be printed since the last time: what was said, then the cards as they now stand, in their order. */
  take(): string[] {
    const entries = this.waiting.splice(0);
    const cards = entries.filter((entry) => 'text' in entry).sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || 0);
    return [...entries.flatMap((entry) => ('text' in entry ? [] : entry)), ...cards.flatMap((card) => this.print(card))];
  }

  /** Throws away what waits; cards remain to be shown. */
  discard(): void {
    this.waiting = [];
  }

  /** Shows the cards that can still be pressed, once more; those of one room, or all. */
  showCards(room?: string): number {
    const found = [...this.messages.values()].filter((message) => message.open && (room === undefined || message.room === room));
    for (const message of found) {
      message.printed = null;
      this.again(message);
    }
    return found.length;
  }

  private again(message: Message): void {
    this.waiting = this.waiting.filter((entry) => entry !== message);
    this.waiting.push(message);
  }

  private print(message: Message): string[] {
    if (message.printed === message.text) return [];
    message.printed = message.text;
    message.number ??= this.cards += 1;
    return prefixed(cardPrefix(message), message.text);
  }
}

function cardPrefix(message: Message): string {
  return `Karte ${message.place} #${message.number}`;
}

import type { Button } from '../ports/messenger.ts';
import type { Records } from '../ports/store.ts';
import type { Card } from '../view/card.ts';
import type { Document } from '../view/document.ts';
import type { Language, Languages } from '../view/language.ts';
import { pressable } from '../view/plain.ts';
import type { Directory } from './directory.ts';
import type { CardKind } from './feature.ts';
import type { CardCopy } from './records.ts';
import type { Seals } from './seal.ts';
import type { Instant } from './time.ts';
import type { RoomId } from './update.ts';

/** A card copy as it should stand in its room right now. */
export interface Drawing {
  readonly document: Document;
  readonly buttons: readonly Button[];
  /** The ids of the pressable actions in legend order. */
  readonly legend: readonly { readonly id: string; readonly label: string }[];
  readonly open: boolean;
}

/** Turns a stored copy into what is shown; the only place that asks a card kind to draw. */
export class Drawer {
  private readonly kinds: ReadonlyMap<string, CardKind>;
  private readonly languages: Languages;
  private readonly directory: Directory;
  private readonly seals: Seals;
  private readonly deepLink: (room: RoomId, payload: string) => string | null;

  constructor(kinds: ReadonlyMap<string, CardKind>, languages: Languages, directory: Directory, seals: Seals, deepLink: (room: RoomId, payload: string) => string | null) {
    this.kinds = kinds;
    this.languages = languages;
    this.directory = directory;
    this.seals = seals;
    this.deepLink = deepLink;
  }

  /** null: what it showed is gone. */
  async draw(records: Records, copy: CardCopy, now: Instant): Promise<Drawing | null> {
    const kind = this.kinds.get(copy.kind);
    const card = (await kind?.draw(records, copy, { now, languages: await this.languagesOf(records, copy), deepLink: (payload) => this.deepLink(copy.room, payload) })) ?? null;
    return card === null ? null : this.drawing(copy, card);
  }

  private drawing(copy: CardCopy, card: Card): Drawing {
    const actions = card.open ? card.actions : [];
    return {
      document: card.document,
      buttons: actions.map((action) => ({
        label: action.label,
        row: action.row,
        data: action.url === undefined ? this.seals.seal(copy.id, action.id) : null,
        url: action.url ?? null,
      })),
      legend: pressable(card).map(({ id, label }) => ({ id, label })),
      open: card.open,
    };
  }

  private async languagesOf(records: Records, copy: CardCopy): Promise<readonly Language[]> {
    if (copy.personId !== null) return [await this.directory.languageOf(records, copy.personId)];
    const room = await records.kernel.room(copy.room);
    const tags = room?.languages ?? [];
    return tags.length === 0 ? [this.languages.fallback] : tags.slice(0, 2).map((tag) => this.languages.of(tag));
  }
}

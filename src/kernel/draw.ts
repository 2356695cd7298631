import type { Button } from '../ports/messenger.ts';
import type { Records } from '../ports/store.ts';
import type { Card, Poll } from '../view/card.ts';
import { gap, say, type Document } from '../view/document.ts';
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
  /** See {@link Card}; null: a message like any other. */
  readonly poll: Poll | 'ENDED' | null;
}

/** What a drawing needs to know about the messenger of its room. */
export interface RoomManners {
  deepLink(room: RoomId, payload: string): string | null;
  /** Cards there say how they are answered. */
  explains(room: RoomId): boolean;
}

/** Turns a stored copy into what is shown; the only place that asks a card kind to draw. */
export class Drawer {
  private readonly kinds: ReadonlyMap<string, CardKind>;
  private readonly languages: Languages;
  private readonly directory: Directory;
  private readonly seals: Seals;
  private readonly rooms: RoomManners;

  constructor(kinds: ReadonlyMap<string, CardKind>, languages: Languages, directory: Directory, seals: Seals, rooms: RoomManners) {
    this.kinds = kinds;
    this.languages = languages;
    this.directory = directory;
    this.seals = seals;
    this.rooms = rooms;
  }

  /** null: what it showed is gone. */
  async draw(records: Records, copy: CardCopy, now: Instant): Promise<Drawing | null> {
    const kind = this.kinds.get(copy.kind);
    const readers = await this.languagesOf(records, copy);
    const card = (await kind?.draw(records, copy, { now, languages: readers, deepLink: (payload) => this.rooms.deepLink(copy.room, payload) })) ?? null;
    return card === null ? null : this.drawing(copy, card, readers);
  }

  private drawing(copy: CardCopy, card: Card, readers: readonly Language[]): Drawing {
    const actions = card.open ? card.actions : [];
    const explained = this.rooms.explains(copy.room) && pressable(card).length > 0;
    return {
      document: explained ? withHint(card.document, readers) : card.document,
      buttons: actions.map((action) => ({
        label: action.label,
        row: action.row,
        data: action.url === undefined ? this.seals.seal(copy.id, action.id) : null,
        url: action.url ?? null,
      })),
      legend: pressable(card).map(({ id, label }) => ({ id, label })),
      open: card.open,
      poll: card.poll ?? null,
    };
  }

  private async languagesOf(records: Records, copy: CardCopy): Promise<readonly Language[]> {
    if (copy.personId !== null) return [await this.directory.languageOf(records, copy.personId)];
    const room = await records.kernel.room(copy.room);
    const tags = room?.languages ?? [];
    return tags.length === 0 ? [this.languages.fallback] : tags.slice(0, 2).map((tag) => this.languages.of(tag));
  }
}

/** The last words before the numbered actions, in each of the readers' languages. */
function withHint(document: Document, readers: readonly Language[]): Document {
  return { blocks: [...document.blocks, gap, ...readers.flatMap((language) => say(language.t('legend-hint')).blocks)] };
}

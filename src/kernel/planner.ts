import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Outgoing } from '../ports/messenger.ts';
import type { Pictures } from '../ports/pictures.ts';
import type { Store } from '../ports/store.ts';
import { say } from '../view/document.ts';
import { digestOf } from './board.ts';
import type { Drawer } from './draw.ts';
import type { OutboxRow } from './effect.ts';
import type { RoomId } from './update.ts';

/** What a copy showed when it was posted. */
export interface Shown {
  readonly version: number;
  readonly digest: string;
  /** It can be pressed, or will be. */
  readonly open: boolean;
}

/** The calls that carry an effect out, the best first; none: there is nothing to do any more. */
export interface Plan {
  readonly calls: readonly { readonly outgoing: Outgoing; /** taken away again after a minute */ readonly fleeting: boolean }[];
  readonly shown: Shown | null;
}

export const NOTHING: Plan = { calls: [], shown: null };

/** What a saved picture is called. */
const PICTURE_NAME = 'bild.png';

/** Which calls carry an effect out, with what is true now. Calls nobody and writes nothing down: that is the outbound's. */
export class Planner {
  private readonly store: Store;
  private readonly clock: Clock;
  private readonly drawer: Drawer;
  private readonly logger: Logger;
  private readonly pictures: Pictures | null;

  constructor(parts: { store: Store; clock: Clock; drawer: Drawer; logger: Logger; /** null: pictures are told in words. */ pictures: Pictures | null }) {
    this.store = parts.store;
    this.clock = parts.clock;
    this.drawer = parts.drawer;
    this.logger = parts.logger;
    this.pictures = parts.pictures;
  }

  async plan(row: OutboxRow): Promise<Plan> {
    const { effect, room } = row;
    const only = (outgoing: Outgoing): Plan => ({ calls: [{ outgoing, fleeting: false }], shown: null });
    switch (effect.kind) {
      case 'SAY': {
        const post = { op: 'post', document: effect.document, buttons: [] } as const;
        if (effect.whisper === null) return only({ ...post, room, replyTo: effect.replyTo });
        const { account, privateRoom } = effect.whisper;
        const calls: Plan['calls'] = [
          ...(account === null ? [] : [{ outgoing: { op: 'whisper', room, account, document: effect.document, replyTo: effect.replyTo } as const, fleeting: false }]),
          ...(privateRoom === null ? [] : [{ outgoing: { ...post, room: privateRoom, replyTo: null }, fleeting: false }]),
          { outgoing: { ...post, room, replyTo: effect.replyTo }, fleeting: true },
        ];
        return { calls, shown: null };
      }
      case 'POST':
        return this.planPost(row, effect.cardId, effect.replyTo);
      case 'FILE':
        return 'keptId' in effect.file ? this.keptFile(room, effect.file.keptId, effect.caption) : only({ op: 'file', room, file: effect.file, caption: effect.caption });
      case 'PICTURE':
        return only(await this.picture(room, effect.svg, effect.alt));
      case 'DELETE':
        return only({ op: 'delete', room, messageId: effect.messageId });
      case 'MARK':
        return only({ op: 'mark', room, messageId: effect.messageId, sign: effect.sign });
      case 'ANSWER':
        return only({ op: 'answer', room, pressId: effect.pressId, text: effect.text });
      default:
        return effect satisfies never;
    }
  }

  /** What was replaced in the meantime is not sent any more. */
  private keptFile(room: RoomId, id: string, caption: string | null): Promise<Plan> {
    return this.store.view(async ({ files }) => {
      const [file, bytes] = [await files.file(id), await files.content(id)];
      if (file === null || bytes === null) return NOTHING;
      return { calls: [{ outgoing: { op: 'file', room, file: { name: file.name, mime: file.mime, bytes }, caption }, fleeting: false }], shown: null };
    });
  }

  /** Words matter more than looks: what cannot be drawn is said. */
  private async picture(room: RoomId, svg: string, alt: string): Promise<Outgoing> {
    try {
      if (this.pictures !== null) return { op: 'picture', room, png: await this.pictures.png(svg), alt, name: PICTURE_NAME };
    } catch (error) {
      this.logger.bug(error, 'a picture could not be drawn; its words go alone');
    }
    return { op: 'post', room, document: say(alt), buttons: [], replyTo: null };
  }

  /** A copy that was posted, closed or lost in the meantime is not posted again. */
  private planPost(row: OutboxRow, cardId: string, replyTo: string | null): Promise<Plan> {
    return this.store.view(async (records) => {
      const copy = await records.kernel.card(cardId);
      if (copy?.state !== 'LIVE' || copy.messageId !== null) return NOTHING;
      const version = await records.kernel.subjectVersion(copy.subject);
      const drawing = await this.drawer.draw(records, copy, this.clock.now());
      if (drawing === null) {
        this.logger.info({ kind: copy.kind }, 'a card was not posted: what it would show is gone');
        return NOTHING;
      }
      const { document, buttons, poll } = drawing;
      // Ended before it was asked.
      if (poll === 'ENDED') return NOTHING;
      const outgoing: Outgoing = poll === null ? { op: 'post', room: row.room, document, buttons, replyTo } : { op: 'poll', room: row.room, poll, document };
      return { calls: [{ outgoing, fleeting: false }], shown: { version, digest: digestOf(drawing), open: drawing.open } };
    });
  }
}

/**
 * What people read, still without a platform: a flat list of blocks of inline pieces. Each messenger renders it in
 * ONE file and must say what it does with every kind (exhaustive switch ending in `never`). The text of a document
 * alone must suffice: no meaning lives in weight, colour or emoji.
 */
export type Inline =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'code'; readonly text: string }
  /** A moment, shown to each reader in their own zone where the messenger can; `text` is the town's own time. */
  | { readonly kind: 'time'; readonly text: string; readonly at: number };

export interface Block {
  readonly kind: 'title' | 'line' | 'item' | 'quote' | 'gap';
  readonly inlines: readonly Inline[];
}

export interface Document {
  readonly blocks: readonly Block[];
}

export const title = (...inlines: Inline[]): Block => ({ kind: 'title', inlines });
export const line = (...inlines: Inline[]): Block => ({ kind: 'line', inlines });
export const item = (...inlines: Inline[]): Block => ({ kind: 'item', inlines });
export const quote = (...inlines: Inline[]): Block => ({ kind: 'quote', inlines });
export const gap: Block = { kind: 'gap', inlines: [] };
export const strong = (text: string): Inline => ({ kind: 'strong', text });
export const link = (text: string, href: string): Inline => ({ kind: 'link', text, href });
export const code = (text: string): Inline => ({ kind: 'code', text });
export const time = (text: string, at: number): Inline => ({ kind: 'time', text, at });
export const document = (...blocks: Block[]): Document => ({ blocks });

/** A document of plain lines; the usual short answer. An empty line becomes a gap. */
export function say(text: string): Document {
  return { blocks: text.split('\n').map((l) => (l === '' ? gap : line(l))) };
}

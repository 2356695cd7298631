import type { Card } from './card.ts';
import type { Block, Document, Inline } from './document.ts';

/** Canonical plain text of a document: what the console shows, what tests compare, what a screen reader hears. */
export function plain(document: Document): string {
  return document.blocks.map(plainBlock).join('\n');
}

/** The actions that can be pressed, in legend order: "press 1" means the first of these. */
export function pressable(card: Card): Card['actions'] {
  return card.open ? card.actions.filter((action) => action.url === undefined) : [];
}

function plainBlock(block: Block): string {
  const text = block.inlines.map(plainInline).join('');
  switch (block.kind) {
    case 'title':
    case 'line':
      return text;
    case 'item':
      return `• ${text}`;
    case 'quote':
      return `„${text}“`;
    case 'gap':
      return '';
    default:
      return block.kind satisfies never;
  }
}

function plainInline(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'strong':
    case 'code':
    case 'time':
      return inline.text;
    case 'link':
      return inline.text === inline.href ? inline.text : `${inline.text} (${inline.href})`;
    default:
      return inline satisfies never;
  }
}

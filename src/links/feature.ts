import type { Feature } from '../kernel/feature.ts';
import { linkCard } from './card.ts';
import { linkCommand } from './commands.ts';
import { forgettingLinks } from './due.ts';
import type { Links } from './links.ts';

export function linksFeature(links: Links): Feature {
  return { commands: [linkCommand(links)], cards: [linkCard(links)], due: [forgettingLinks], hears: {} };
}

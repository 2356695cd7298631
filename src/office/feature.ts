import type { Changes } from '../events/change.ts';
import type { Replies } from '../events/replies.ts';
import type { Feature } from '../kernel/feature.ts';
import type { Links } from '../links/links.ts';
import type { PersonalData } from '../people/personal-data.ts';
import type { Documents } from '../ports/documents.ts';
import { tellingOfLoss, tellingOfSilence, tellingOfUndelivered } from './alerts.ts';
import { changeCommands } from './change-commands.ts';
import { enterCommand } from './enter.ts';
import { listCommand, type GroupTables } from './list.ts';
import { logCommand } from './log.ts';
import { officeData } from './personal-data.ts';
import { samePersonCard } from './same-person.ts';
import { officeCommand } from './staff.ts';

export interface OfficeParts {
  readonly replies: Replies;
  readonly links: Links;
  readonly changes: Changes;
  readonly documents: Documents;
  readonly tables: GroupTables;
}

export function officeFeature({ replies, links, changes, documents, tables }: OfficeParts): Feature & { readonly data: PersonalData } {
  return {
    data: officeData,
    commands: [officeCommand(), enterCommand(replies), listCommand(documents, tables), ...changeCommands(changes), logCommand()],
    cards: [samePersonCard(links)],
    due: [tellingOfLoss, tellingOfSilence, tellingOfUndelivered],
    hears: {},
  };
}

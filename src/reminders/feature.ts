import type { EventActs } from '../events/acts.ts';
import type { OfficeLine } from '../events/ports.ts';
import type { Feature } from '../kernel/feature.ts';
import { reminderCardKind } from './card.ts';
import { choicesCard, reminderCommands } from './commands.ts';
import { leadTimesCommand } from './lead-times.ts';
import { reminding } from './work.ts';

export function remindersFeature(parts: { readonly office: OfficeLine; readonly acts: EventActs }): Feature {
  return {
    commands: [...reminderCommands(), leadTimesCommand()],
    cards: [reminderCardKind(parts.acts), choicesCard()],
    due: [reminding(parts.office)],
    hears: {},
  };
}

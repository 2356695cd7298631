import { eventsFeature } from './events/feature.ts';
import type { Command } from './kernel/command.ts';
import type { Directory } from './kernel/directory.ts';
import type { Feature } from './kernel/feature.ts';
import { housekeeping } from './kernel/housekeeping.ts';
import type { Instant } from './kernel/time.ts';
import { desk } from './office/desk.ts';
import { officeFeature } from './office/feature.ts';
import { peopleCommands } from './people/commands.ts';
import { PeopleDirectory } from './people/directory.ts';
import { ownData } from './people/own-data.ts';
import { reachability } from './people/reachability.ts';
import type { Documents } from './ports/documents.ts';
import type { Ids } from './ports/ids.ts';
import { processCommands } from './process/commands.ts';
import { reminderData } from './reminders/commands.ts';
import { remindersFeature } from './reminders/feature.ts';
import { roomsFeature } from './rooms/feature.ts';
import type { Languages } from './view/language.ts';

export interface FeaturesParts {
  readonly languages: Languages;
  readonly documents: Documents;
  readonly ids: Ids;
  readonly startedAt: Instant;
}

/** The features of the bot, introduced to each other. The only place where all of them meet. */
export function createFeatures(parts: FeaturesParts): { features: readonly Feature[]; directory: Directory } {
  const { languages, documents, ids } = parts;
  const events = eventsFeature({ office: desk, documents });
  const office = officeFeature({ replies: events.replies, changes: events.changes, documents });
  const rooms = roomsFeature({ languages, bindable: events.bindable, postCard: events.postInRoom });
  const commands = (): readonly Command[] => features.flatMap((feature) => feature.commands);
  // Erasure goes from the outside in: the person itself last.
  const data = [events.data, office.data, reminderData, ownData];
  const features: readonly Feature[] = [
    { commands: peopleCommands({ languages, commands, greet: events.greet, data }), cards: [], due: [housekeeping(parts.startedAt)], hears: reachability },
    events,
    remindersFeature({ office: desk, acts: events.acts }),
    { commands: processCommands(), cards: [], due: [], hears: {} },
    rooms,
    office,
  ];
  return { features, directory: new PeopleDirectory(languages, ids) };
}

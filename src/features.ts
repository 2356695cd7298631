import { decisionsFeature } from './decisions/feature.ts';
import { eventsFeature } from './events/feature.ts';
import { groupsFeature } from './groups/feature.ts';
import type { Command } from './kernel/command.ts';
import type { Directory } from './kernel/directory.ts';
import type { Feature } from './kernel/feature.ts';
import { housekeeping } from './kernel/housekeeping.ts';
import type { Instant } from './kernel/time.ts';
import { linksFeature } from './links/feature.ts';
import { Links } from './links/links.ts';
import { linksData } from './links/personal-data.ts';
import { desk } from './office/desk.ts';
import { officeFeature } from './office/feature.ts';
import { peopleCommands } from './people/commands.ts';
import { PeopleDirectory } from './people/directory.ts';
import { ownData } from './people/own-data.ts';
import { reachability } from './people/reachability.ts';
import type { Documents } from './ports/documents.ts';
import type { Ids } from './ports/ids.ts';
import { pollsFeature } from './polls/feature.ts';
import { processCommands } from './process/commands.ts';
import { endQuickPolls } from './quickpolls/card.ts';
import { quickPollsFeature } from './quickpolls/feature.ts';
import { remindersFeature } from './reminders/feature.ts';
import { quietHours } from './reminders/quiet-port.ts';
import { reminderData } from './reminders/personal-data.ts';
import { roomsFeature } from './rooms/feature.ts';
import type { Binding } from './rooms/ports.ts';
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
  const links = new Links(() => data);
  const groups = groupsFeature({ replies: events.replies, changes: events.changes, documents });
  const polls = pollsFeature({ endQuickPolls, rosters: groups.rosters, meetings: groups.meetings, moving: events.changes, quiet: quietHours, documents });
  const decisions = decisionsFeature({ endQuickPolls, rosters: groups.rosters, quiet: quietHours, documents, startedAt: parts.startedAt });
  const office = officeFeature({ replies: events.replies, links, changes: events.changes, documents, tables: { polls: polls.tables, decisions: decisions.tables } });
  const ofGroup: Binding = { field: 'groupKey', kind: 'GROUP', bindable: groups.bindable, postCard: async (turn, key, room) => { await groups.postInRoom(turn, key, room); await polls.postInRoom(turn, key, room); await decisions.postInRoom(turn, key, room); } };
  const rooms = roomsFeature({ languages, bindings: [{ field: 'eventKey', kind: 'EVENT', bindable: events.bindable, postCard: events.postInRoom }, ofGroup], asked: { binding: ofGroup, own: groups.ownLed, titleOf: groups.titleOf } });
  const commands = (): readonly Command[] => features.flatMap((feature) => feature.commands);
  // Erasure goes from the outside in: the person itself last.
  const data = [polls.data, decisions.data, groups.data, events.data, office.data, reminderData, linksData, ownData];
  const features: readonly Feature[] = [
    { commands: peopleCommands({ languages, commands, greet: async (turn, payload) => ((await polls.greet(turn, payload)) || (await decisions.greet(turn, payload)) ? undefined : events.greet(turn, payload)), data }), cards: [], due: [housekeeping(parts.startedAt)], hears: reachability },
    events,
    remindersFeature({ office: desk, acts: events.acts }),
    { commands: processCommands(), cards: [], due: [], hears: {} },
    groups,
    polls,
    decisions,
    quickPollsFeature(groups.rosters),
    rooms,
    office,
    linksFeature(links),
  ];
  return { features, directory: new PeopleDirectory(languages, ids) };
}

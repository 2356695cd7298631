import { countLine } from '../events/count.ts';
import type { Event, ReplyGroup } from '../events/records.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Records } from '../ports/store.ts';
import { missingFacts } from '../process/facts.ts';
import { currentProcess } from '../process/commands.ts';
import { document, gap, item, line, strong, title, type Block } from '../view/document.ts';
import type { Language } from '../view/language.ts';
import { postLink, recentLinks } from '../links/card.ts';
import { postProposal } from './same-person.ts';

/** The office's view of where everything stands: counts, origins, deadline, who cannot be reached, what is missing. */
export async function showBoard(turn: Turn): Promise<void> {
  const { events, office } = turn.unit;
  const blocks: Block[] = [title(strong(turn.t('board-title')))];
  const proposals = [];
  // A group's meetings are its leader's to watch (/treffen).
  for (const event of (await events.events()).filter(({ workingGroup }) => workingGroup === null)) {
    blocks.push(gap, ...(await eventBlocks(turn, event)));
    proposals.push(...(await office.openSamePersons(event.key)));
  }
  blocks.push(gap, ...(await missingBlocks(turn)));
  if (proposals.length > 0) blocks.push(gap, line(turn.t('board-same', { count: proposals.length })));
  const links = await recentLinks(turn.unit);
  if (links.length > 0) blocks.push(gap, line(turn.t('board-links', { count: links.length })));
  turn.answer(document(...blocks));
  const personId = await turn.person();
  for (const proposal of proposals.slice(0, 5)) await postProposal(turn, proposal, personId);
  for (const each of links.slice(0, 5)) await postLink(turn, each, personId);
}

async function eventBlocks(turn: Turn, event: Event): Promise<Block[]> {
  const { events, kernel } = turn.unit;
  const tally = await events.tally(event.key);
  const groups = await events.replyGroups(event.key);
  const seated = groups.filter(({ seat }) => seat === 'CONFIRMED');
  const byChannel = sumBy(seated, ({ channel }) => channel);
  const children = seated.reduce((sum, group) => sum + group.children, 0);
  const given = seated.reduce((sum, group) => sum + group.personsWithChildrenGiven, 0);
  const disturbed = groups.filter(({ timeliness }) => timeliness === 'DISTURBANCE').reduce((sum, group) => sum + group.replies, 0);
  const unreachable = await events.unreachable(event.key);
  const lateReminders = await turn.unit.reminders.lateCount(event.key);
  const over = turn.now >= event.endAt;
  const rooms = over ? [] : (await kernel.rooms()).filter((room) => room.eventKey === event.key && room.state === 'ACTIVE');
  const cards = (await kernel.cardsOf(`EVENT:${event.key}`)).filter((copy) => copy.personId === null);
  const without = rooms.filter((room) => !cards.some((copy) => copy.room === room.id)).length;
  return [
    line(strong(turn.language.pick(event.title))),
    line(countLine(turn.language, event, tally)),
    ...(byChannel.size === 0 ? [] : [item(turn.t('board-channels', { list: [...byChannel].map(([channel, persons]) => `${turn.t(`channel-${channel.toLowerCase()}`)} ${persons}`).join(' · ') }))]),
    ...(given === 0 ? [] : [item(turn.t('board-children', { adults: given - children, children }))]),
    ...(tally.late === 0 ? [] : [item(turn.t('board-late', { count: tally.late }))]),
    ...(disturbed === 0 ? [] : [item(turn.t('board-disturbed', { count: disturbed }))]),
    ...(tally.toConfirm === 0 ? [] : [item(turn.t('board-to-confirm', { count: tally.toConfirm }))]),
    item(turn.t('board-unreachable', { count: unreachable })),
    ...(lateReminders === 0 ? [] : [item(turn.t('board-late-reminders', { count: lateReminders }))]),
    ...(without === 0 ? [] : [item(turn.t('board-no-card', { count: without }))]),
  ];
}

async function missingBlocks(turn: Turn): Promise<Block[]> {
  const words = (await missingWords(turn.unit))(turn.language);
  return words.length === 0 ? [line(turn.t('board-nothing-missing'))] : [line(strong(turn.t('board-missing'))), ...words.map((text) => item(text))];
}

/** Facts the source does not give and the office has not supplied yet. */
export async function missingWords(records: Records): Promise<(language: Language) => readonly string[]> {
  const file = await currentProcess(records);
  const supplied = new Map((await records.events.events()).map((event) => [event.key, event]));
  const open = missingFacts(file).filter((fact) => {
    if (!('event' in fact)) return true;
    const event = supplied.get(fact.event);
    if (fact.key === 'event.capacity') return event !== undefined && event.capacity === null && !event.unlimited;
    return fact.key === 'event.deadline.unconfirmed' ? event?.deadlineConfirmed === false : true;
  });
  return (language) => {
    const words = open.map((fact) => {
      const key = `missing-${fact.key.replaceAll('.', '-').toLowerCase()}`;
      const what = 'event' in fact ? fact.event : 'phase' in fact ? fact.phase : 'sector' in fact ? language.t(`sector-${fact.sector.toLowerCase()}`) : '';
      return language.t(key, { what });
    });
    return [...new Set(words)];
  };
}

/** Chats first, then what the office entered. */
const ORDER: readonly string[] = ['TELEGRAM', 'MATRIX', 'CONSOLE', 'PHONE', 'EMAIL', 'DESK', 'PAPER'];

function sumBy(groups: readonly ReplyGroup[], key: (group: ReplyGroup) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const group of groups) sums.set(key(group), (sums.get(key(group)) ?? 0) + group.persons);
  return new Map([...sums].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b)));
}

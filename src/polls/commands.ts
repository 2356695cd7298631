import { command, firstWord, value, type Command, type Param } from '../kernel/command.ts';
import type { Turn } from '../kernel/turn.ts';
import { document, item, line, strong, title, type Block } from '../view/document.ts';
import { human } from '../view/language.ts';
import { takesVotes } from './model.ts';
import { draft } from './opening.ts';
import { commentCommand, proposeCommand } from './own-commands.ts';
import { sendPictures } from './picture.ts';
import { eveningsOffered, slotsParam, titleParam, zoneOf } from './params.ts';
import type { PollParts } from './ports.ts';
import type { DatePoll } from './records.ts';
import { sendTables } from './sheet.ts';
import { POLLDESK } from './subjects.ts';
import { hangGrid, isVoter } from './voting.ts';
import { closesWords } from './words.ts';

export function pollCommands(parts: PollParts): Command[] {
  return [startCommand(parts), listCommand(parts), proposeCommand, commentCommand];
}

/** `/terminumfrage Titel: Di 14.5. 19-21, Do 16.5. 19 Uhr`: a draft whose rules are set with buttons, then opened. */
function startCommand(parts: PollParts): Command {
  return command({
    name: 'terminumfrage', aliases: ['datepoll'], who: 'everyone', menu: 'help',
    params: { group: parts.rosters.ledGroupParam, title: titleParam, spans: slotsParam(async () => [], eveningsOffered) },
    run: async (turn, { group, title: name, spans }) => {
      if (!(await parts.rosters.mayLead(turn, group.key))) return turn.refuse(await parts.rosters.leadersOnly(turn, group.key));
      const room = turn.isPrivate ? turn.place.room : turn.actor.privateRoom;
      if (room === null) return turn.refuse(turn.t('poll-draft-open-private'));
      const poll = await draft(turn, group, await zoneOf(turn), name, spans);
      await turn.repost(room, { kind: POLLDESK, what: poll.id, personId: await turn.person() });
      if (!turn.isPrivate) turn.answer(turn.t('poll-draft-sent'));
    },
  });
}

/** Words people look for, in either language. */
const FORMS: Readonly<Record<string, 'picture' | 'table'>> = { bild: 'picture', picture: 'picture', tabelle: 'table', table: 'table' };

const formParam: Param<'list' | 'picture' | 'table'> = {
  take: async (text) => {
    const { word, rest } = firstWord(text);
    const form = FORMS[word.toLowerCase()];
    return form === undefined ? value('list', '', text) : value(form, word, rest);
  },
  ask: null,
};

/**
 * `/umfragen`: what is open in one's groups; in private with the grids, and with the desk for whoever leads.
 * `/umfragen Bild`: the same to look at. `/umfragen Tabelle`: in private, for whoever leads.
 */
function listCommand(parts: PollParts): Command {
  return command({
    name: 'umfragen', aliases: ['polls'], who: 'everyone', menu: 'both', params: { form: formParam },
    run: async (turn, { form }) => {
      if (form === 'picture') return sendPictures(turn, parts);
      if (form === 'table') return sendTable(turn, parts);
      const seen: { poll: DatePoll; votes: boolean; leads: boolean }[] = [];
      for (const poll of await relevant(turn)) {
        const votes = takesVotes(poll, turn.now) && (await isVoter(turn, poll, turn.actor.personId));
        const leads = await parts.rosters.mayLead(turn, poll.groupKey);
        if (votes || (leads && turn.isPrivate)) seen.push({ poll, votes, leads });
      }
      if (seen.length === 0) return turn.answer(turn.t('polls-none'));
      const blocks: Block[] = [];
      for (const { poll } of seen) blocks.push(await listed(turn, poll));
      turn.answer(document(title(strong(turn.t('polls-title'))), ...blocks, ...(turn.isPrivate ? [] : [line(turn.t('polls-in-private'))])));
      if (!turn.isPrivate) return;
      const personId = await turn.person();
      for (const { poll, votes, leads } of seen) {
        if (votes) await hangGrid(turn, turn.place.room, poll.id, personId, personId);
        if (leads) await turn.repost(turn.place.room, { kind: POLLDESK, what: poll.id, personId });
      }
    },
  });
}

async function sendTable(turn: Turn, parts: PollParts): Promise<void> {
  if (!turn.isPrivate) return turn.refuse(turn.t('polls-in-private'));
  if (!(await sendTables(turn, parts))) turn.refuse(turn.t('polls-none'));
}

/** Open polls; in private also those a leader still has to decide. */
async function relevant(turn: Turn): Promise<DatePoll[]> {
  const open = await turn.unit.polls.openPolls();
  if (!turn.isPrivate) return open;
  const waiting: DatePoll[] = [];
  for (const group of await turn.unit.groups.groups()) {
    if (group.state === 'ACTIVE') waiting.push(...(await turn.unit.polls.pollsOf(group.key)).filter(({ state }) => state === 'DRAFT' || state === 'CLOSED'));
  }
  return [...open, ...waiting];
}

async function listed(turn: Turn, poll: DatePoll): Promise<Block> {
  const group = await turn.unit.groups.group(poll.groupKey);
  const { personId } = turn.actor;
  const answered = personId !== null && (await turn.unit.polls.votesIn(poll.id, personId)).length > 0;
  const closes = closesWords(turn.language, poll);
  const state = takesVotes(poll, turn.now) ? turn.t(answered ? 'polls-answered' : 'polls-not-answered') : turn.t(poll.state === 'DRAFT' ? 'polls-draft' : 'desk-closed');
  return item(strong(turn.t('poll-title', { title: human(poll.title) })), ` · ${turn.language.pick(group?.title ?? {})} · ${state}`, closes === null || poll.state !== 'OPEN' ? '' : ` · ${closes}`);
}

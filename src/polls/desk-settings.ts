import type { Sector } from '../groups/records.ts';
import { shortName } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Action } from '../view/card.ts';
import { item, line, strong, type Block } from '../view/document.ts';
import type { Language } from '../view/language.ts';
import { peopleOnPage, type Desk } from './desk.ts';
import { backAction, bare, moreAction, NAME_WIDTH } from './desk-pages.ts';
import { letterOf, slotNumber } from './model.ts';
import { closingAfter } from './opening.ts';
import type { DatePoll, TieRule } from './records.ts';
import { closesWords, tieWords } from './words.ts';

const SECTORS: readonly Sector[] = ['CITIZENS', 'ADMINISTRATION', 'POLITICS', 'INSTITUTIONS'];
const TIES: readonly TieRule[] = ['FEWER_IF_NEEDED', 'EARLIER', 'LEADER'];
const MINIMA = [0, 2, 3, 4, 5, 6, 8, 10, 12];
const SECTOR_MINIMA = [0, 1, 2, 3];
/** Days the poll is open; 0: until the leader closes. */
const DAYS = [1, 3, 7, 14, 0];

/** The rules as they stand; on a page, what is being chosen. */
export function settingsBlocks(desk: Desk): Block[] {
  const { model, members, language, state } = desk;
  const { poll, mustHave } = model;
  const names = members.filter(({ personId }) => mustHave.includes(personId)).map(({ name }) => name);
  const rules = [
    item(language.t('desk-must', { names: names.length === 0 ? language.t('desk-nobody') : names.join(', ') })),
    item(minimumWords(language, poll)),
    item(closesWords(language, poll) ?? language.t('desk-no-closing')),
    item(language.t(poll.live ? 'desk-live' : 'desk-hidden')),
    item(tieWords(language, poll)),
  ];
  switch (state.page) {
    case 'dates':
      return [...rules, line(strong(language.t('desk-ask-dates')))];
    case 'must':
      return [...rules, line(strong(language.t('desk-ask-must')))];
    case 'minimum':
    case 'sector':
      return [...rules, line(strong(language.t('desk-ask-minimum')))];
    case 'closing':
      return [...rules, line(strong(language.t('desk-ask-closing')))];
    case 'tie':
      return [...rules, line(strong(language.t('desk-ask-tie')))];
    default:
      return [...rules, line(language.t('desk-check'))];
  }
}

function minimumWords(language: Language, { minimum, sectorMinimum }: DatePoll): string {
  const sectors = SECTORS.flatMap((sector) => ((sectorMinimum[sector] ?? 0) === 0 ? [] : [`${sectorName(language, sector)} ${sectorMinimum[sector]}`]));
  const all = language.t('desk-minimum', { count: minimum });
  return sectors.length === 0 ? all : `${all} · ${sectors.join(' · ')}`;
}

const sectorName = (language: Language, sector: Sector): string => language.t(`sector-${sector.toLowerCase()}`);

export function settingsActions(desk: Desk): Action[] {
  const { model, language, state } = desk;
  const back = backAction(language);
  switch (state.page) {
    case 'dates':
      return [...model.slots.map((slot, index): Action => ({ id: `w${slotNumber(slot)}`, label: `− ${letterOf(index)}: ${language.day(slot.startAt, model.poll.zone)}`, row: Math.floor(index / 2) })), back];
    case 'must':
      // A press sets what its label says.
      return [
        ...peopleOnPage(desk).map(({ personId, name, index }): Action => {
          const isMust = model.mustHave.includes(personId);
          return { id: `${isMust ? 'x' : 'u'}${index}`, label: `${isMust ? '− ' : '+ '}${shortName(bare(name), NAME_WIDTH)}`, row: Math.floor(index / 2) };
        }),
        ...moreAction(desk),
        back,
      ];
    case 'minimum': {
      const sectored = model.voters.some(({ sector }) => sector !== null);
      return [
        ...MINIMA.map((count, index): Action => ({ id: `k${count}`, label: language.t('action-poll-at-least', { count }), row: Math.floor(index / 3) })),
        ...(sectored ? [{ id: 'sector', label: language.t('action-poll-sectors'), row: 9 }] : []),
        back,
      ];
    }
    case 'sector':
      return [
        ...SECTORS.flatMap((sector, row) => SECTOR_MINIMA.slice(1).map((count): Action => ({ id: `s${row}-${count}`, label: `${sectorName(language, sector)}: ${count}`, row }))),
        { id: 's-none', label: language.t('action-poll-no-sectors'), row: 8 },
        back,
      ];
    case 'closing':
      return [...DAYS.map((days, row): Action => ({ id: `d${days}`, label: language.t('action-poll-days', { count: days }), row })), back];
    case 'tie':
      return [...TIES.map((rule, row): Action => ({ id: `t${row}`, label: language.t(`action-${rule.toLowerCase().replaceAll('_', '-')}`), row })), back];
    default:
      return [
        { id: 'open', label: language.t('action-poll-open'), row: 0 },
        ...(model.slots.length > 1 ? [{ id: 'dates', label: language.t('action-poll-strike'), row: 1 }] : []),
        { id: 'must', label: language.t('action-poll-must'), row: 1 },
        { id: 'minimum', label: language.t('action-poll-minimum'), row: 2 },
        { id: 'closing', label: language.t('action-poll-closing'), row: 2 },
        { id: 'tie', label: language.t('action-poll-tie'), row: 3 },
        model.poll.live ? { id: 'live-off', label: language.t('action-poll-hide'), row: 3 } : { id: 'live-on', label: language.t('action-poll-show'), row: 3 },
        { id: 'discard', label: language.t('action-poll-discard'), row: 4 },
      ];
  }
}

const RULE = /^([uxkdtsw])(\d+)(?:-(\d+))?$/u;

/** Whether an action of a desk is about the poll's rules. */
export function isRule(actionId: string): boolean {
  return RULE.test(actionId) || ['live-on', 'live-off', 's-none', 'open', 'discard'].includes(actionId);
}

/** Sets one rule of a poll that is not yet open. False: the action sets none. */
export async function setRule(turn: Turn, poll: DatePoll, people: readonly string[], actionId: string): Promise<boolean> {
  const put = (change: Partial<DatePoll>): true => {
    turn.unit.polls.putPoll({ ...poll, ...change });
    return true;
  };
  if (actionId === 'live-on' || actionId === 'live-off') return put({ live: actionId === 'live-on' });
  if (actionId === 's-none') return put({ sectorMinimum: {} });
  const [, sign, first, second] = RULE.exec(actionId) ?? [];
  const number = Number(first);
  switch (sign) {
    case 'u':
    case 'x': {
      const personId = people[number];
      if (personId === undefined) return false;
      if (sign === 'u') turn.unit.polls.putMustHave({ pollId: poll.id, personId });
      else turn.unit.polls.removeMustHave({ pollId: poll.id, personId });
      return true;
    }
    case 'w': {
      const slots = await turn.unit.polls.slots(poll.id);
      const struck = slots.find((slot) => slotNumber(slot) === number);
      // A poll without any date is none: the last one stays, or the poll is discarded.
      if (struck === undefined || slots.length === 1) return false;
      turn.unit.polls.removeSlot(struck);
      return true;
    }
    case 'k':
      return MINIMA.includes(number) && put({ minimum: number });
    case 's': {
      const sector = SECTORS[number];
      return sector !== undefined && SECTOR_MINIMA.includes(Number(second)) && put({ sectorMinimum: { ...poll.sectorMinimum, [sector]: Number(second) } });
    }
    case 'd':
      return DAYS.includes(number) && put({ closesAt: number === 0 ? null : closingAfter(number, await turn.unit.polls.slots(poll.id), poll.zone, turn.now) });
    case 't':
      return TIES[number] !== undefined && put({ tieRule: TIES[number] });
    default:
      return false;
  }
}

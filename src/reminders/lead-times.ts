import { eventParam } from '../events/params.ts';
import type { Event } from '../events/records.ts';
import { command, problem, value, type Command, type Param } from '../kernel/command.ts';
import type { Turn } from '../kernel/turn.ts';
import { record } from '../office/record.ts';
import { currentProcess } from '../process/commands.ts';
import type { ReminderRule } from '../process/file.ts';
import { document, item, line, strong, title } from '../view/document.ts';
import type { Language } from '../view/language.ts';
import { parseLeadTime, type Wanted } from './lead-time-text.ts';
import { groupRule, rulesOf, uselessAt } from './meant.ts';
import { plannedFor, replan } from './plan.ts';

/** More would be a nuisance. */
const MOST = 6;

const wantedParam: Param<Wanted> = {
  take: async (text, turn) => {
    const wanted = parseLeadTime(text);
    return wanted === null ? problem(turn.t('lead-how')) : value(wanted, text);
  },
  ask: null,
};

/** `/vorlauf`: when people are reminded of one event, where that is to differ from the process file. */
export function leadTimesCommand(): Command {
  return command({
    name: 'vorlauf', aliases: ['lead_times'], who: 'office', menu: 'help', params: { event: eventParam, wanted: wantedParam },
    run: async (turn, { event, wanted }) => {
      const now = await rulesFor(turn, event);
      const refused = wanted.kind === 'show' ? null : await change(turn, event, now, wanted);
      if (refused !== null) return turn.answer(refused);
      await show(turn, event);
    },
  });
}

/** Only those that speak of this event: from here on they may differ from the process file. */
async function rulesFor(turn: Turn, event: Event): Promise<readonly ReminderRule[]> {
  const rules = await rulesOf(turn.unit, await currentProcess(turn.unit), event.key);
  return rules.filter(({ events }) => events === null || events.includes(event.key)).map((rule) => ({ ...rule, events: null }));
}

/** Answers why not; null: done. */
async function change(turn: Turn, event: Event, now: readonly ReminderRule[], wanted: Exclude<Wanted, { kind: 'show' }>): Promise<string | null> {
  switch (wanted.kind) {
    case 'reset':
      turn.unit.reminders.removeLeadTimes(event.key);
      break;
    case 'remove':
      if (now[wanted.number - 1] === undefined) return turn.t('lead-no-such');
      turn.unit.reminders.putLeadTimes({ eventKey: event.key, rules: now.filter((_, index) => index !== wanted.number - 1) });
      break;
    case 'add': {
      const refused = refusal(turn, event, now, wanted.rule);
      if (refused !== null) return refused;
      turn.unit.reminders.putLeadTimes({ eventKey: event.key, rules: [...now, wanted.rule] });
      break;
    }
    default:
      return wanted satisfies never;
  }
  await record(turn, 'event.reminders', { eventKey: event.key });
  turn.planned();
  return null;
}

function refusal(turn: Turn, event: Event, now: readonly ReminderRule[], rule: ReminderRule): string | null {
  if (rule.anchor === 'DEADLINE' && event.deadlineAt === null) return turn.t('lead-no-deadline');
  const due = plannedFor(event, [rule]).find((plan) => plan.rule === rule.key)?.dueAt ?? turn.now;
  if (due <= turn.now) return turn.t('lead-past');
  if (due >= uselessAt(event, `${event.key}/${rule.key}/`, [rule])) return turn.t(rule.anchor === 'DEADLINE' ? 'lead-after-deadline' : 'lead-after-start');
  if (now.some((each) => each.anchor === rule.anchor && JSON.stringify(each.when) === JSON.stringify(rule.when))) return turn.t('lead-known');
  return now.length >= MOST ? turn.t('lead-too-many', { most: MOST }) : null;
}

async function show(turn: Turn, event: Event): Promise<void> {
  const { language } = turn;
  const rules = await rulesFor(turn, event);
  // As it will be planned when this turn is done.
  const stored = new Map((await turn.unit.reminders.plansOf(event.key)).map((plan) => [plan.id, plan]));
  for (const plan of replan(event, rules, [...stored.values()], turn.now)) stored.set(plan.id, plan);
  const inGroup = groupRule(rules, event, [...stored.values()]);
  const lines = rules.map((rule, index) => item(`${index + 1}: ${[whenOf(rule, language), ...rule.to.map((to) => language.t(`lead-to-${to.toLowerCase()}`)), ...(rule.key === inGroup ? [language.t('lead-in-group')] : [])].join(' · ')}`));
  turn.answer(
    document(title(strong(language.t('lead-title', { event: language.pick(event.title) }))), ...(lines.length === 0 ? [line(language.t('lead-none'))] : lines), line(language.t('lead-how'))),
  );
}

function whenOf({ anchor, when }: ReminderRule, language: Language): string {
  const deadline = anchor === 'DEADLINE';
  if ('hoursBefore' in when) return language.t(deadline ? 'lead-deadline-hours' : 'lead-hours', { hours: when.hoursBefore });
  return language.t(deadline ? 'lead-deadline-days' : 'lead-days', { days: when.daysBefore, time: when.time });
}

import { command, NO_PARAMS, type Command } from '../kernel/command.ts';
import type { Turn } from '../kernel/turn.ts';
import { currentProcess } from '../process/commands.ts';
import { document, item, strong, title } from '../view/document.ts';
import { human } from '../view/language.ts';
import type { AuditEntry } from './records.ts';

const SHOWN = 25;

/** `/verlauf`: the office sees the latest entries; everybody sees those that concern them. */
export function logCommand(): Command {
  return command({
    name: 'verlauf', aliases: ['audit'], who: 'everyone', menu: 'help', where: 'private', params: NO_PARAMS,
    run: async (turn) => {
      const { personId, role } = turn.actor;
      const entries = role !== null && role !== 'HELPER' ? await turn.unit.office.auditLog(SHOWN) : personId === null ? [] : await turn.unit.office.auditOf(personId, SHOWN);
      if (entries.length === 0) return turn.answer(turn.t('log-empty'));
      const rows = [];
      for (const entry of entries) rows.push(item(await sentence(turn, entry)));
      turn.answer(document(title(strong(turn.t('log-title'))), ...rows));
    },
  });
}

async function sentence(turn: Turn, entry: AuditEntry): Promise<string> {
  const { zone } = (await currentProcess(turn.unit)).process;
  const name = async (id: string | null): Promise<string> => (id === null ? null : (await turn.unit.people.person(id))?.name) ?? turn.t('person-unnamed');
  const details = describe(turn, entry.details).join(', ');
  return turn.t('log-entry', {
    date: turn.language.shortDate(entry.at, zone),
    time: turn.language.clock(entry.at, zone),
    act: turn.t(`audit-${entry.act.replaceAll('.', '-')}`),
    actor: human(await name(entry.actorId)),
    subject: entry.subjectId === null ? '' : human(await name(entry.subjectId)),
    about: entry.subjectId === null ? 'no' : 'yes',
    details,
    more: details === '' ? 'no' : 'yes',
  });
}

/** Codes in words: "Telefon", "Zusage 4", "Vertretung", "24.11.2018 → 01.12.2018". */
function describe(turn: Turn, details: AuditEntry['details']): string[] {
  const { channel, answer, persons, role, from, to, seats } = details;
  const word = (prefix: string, code: string | number | null | undefined): string[] => (code == null ? [] : [turn.t(`${prefix}-${String(code).toLowerCase()}`, { persons: Number(persons ?? 1) })]);
  return [
    ...word('channel', channel),
    ...word('list', answer),
    ...word('role', role),
    ...(from == null || to == null ? [] : [`${from} → ${to}`]),
    ...(seats === undefined ? [] : [seats === null ? turn.t('event-unlimited') : turn.t('event-capacity', { capacity: seats })]),
  ];
}

import { command, NO_PARAMS, type Command } from '../kernel/command.ts';
import { zonedInstant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Records } from '../ports/store.ts';
import { document, gap, item, line, strong, title } from '../view/document.ts';
import type { Language } from '../view/language.ts';
import type { ProcessFile } from './file.ts';
import { phaseLine } from './phases.ts';

/** @throws before any process was imported; main imports one before the doors open. */
export async function currentProcess(records: Records): Promise<ProcessFile> {
  const stored = await records.process.current();
  if (stored === null) throw new Error('no process imported');
  return stored.file;
}

/** "Integrationsbeauftragte/r · Telefon … · E-Mail …": what stands behind every refusal. */
export async function contactLine(records: Records, language: Language): Promise<string> {
  const { contact } = (await currentProcess(records)).process;
  return [
    contact.name ?? language.pick(contact.office),
    ...(contact.phone === null ? [] : [language.t('contact-phone', { phone: contact.phone })]),
    ...(contact.email === null ? [] : [contact.email]),
  ].join(', ');
}

export function processCommands(): Command[] {
  return [
    command({ name: 'prozess', aliases: ['process'], who: 'everyone', menu: 'both', params: NO_PARAMS, run: showProcess }),
    command({ name: 'kontakt', aliases: ['contact'], who: 'everyone', menu: 'both', params: NO_PARAMS, run: showContact }),
    command({ name: 'datenschutz', aliases: ['privacy'], who: 'everyone', menu: 'both', params: NO_PARAMS, run: showPrivacy }),
  ];
}

async function showProcess(turn: Turn): Promise<void> {
  const { language } = turn;
  const { process, mandate, funding, phases, guidingQuestions } = await currentProcess(turn.unit);
  const resolution = mandate?.resolution;
  const day = (date: string): string => language.shortDate(zonedInstant(date, '12:00', process.zone), process.zone);
  turn.answer(
    document(
      title(strong(language.pick(process.title))),
      line(language.pick(process.purpose)),
      gap,
      ...(resolution === undefined
        ? []
        : [line(turn.t(resolution.vote === null ? 'process-mandate-bare' : 'process-mandate', { body: language.pick(resolution.body), date: day(resolution.date), vote: resolution.vote === null ? '' : language.pick(resolution.vote) }))]),
      ...(funding === null ? [] : [line(turn.t('process-funding', { name: language.pick(funding.name) }))]),
      gap,
      line(strong(turn.t('process-phases'))),
      ...phases.map((phase) => item(phaseLine(phase, language, turn.now, process.zone))),
      ...(guidingQuestions.length === 0 ? [] : [gap, line(strong(turn.t('process-questions'))), ...guidingQuestions.map(({ text }) => item(language.pick(text)))]),
    ),
  );
}

async function showContact(turn: Turn): Promise<void> {
  const { contact } = (await currentProcess(turn.unit)).process;
  turn.answer(
    document(
      title(strong(turn.t('contact-title'))),
      line(turn.language.pick(contact.office)),
      ...(contact.name === null ? [] : [line(contact.name)]),
      line(contact.phone === null ? turn.t('contact-no-phone') : turn.t('contact-phone', { phone: contact.phone })),
      ...(contact.email === null ? [] : [line(turn.t('contact-email', { email: contact.email }))]),
    ),
  );
}

async function showPrivacy(turn: Turn): Promise<void> {
  const { privacy } = (await currentProcess(turn.unit)).process;
  const { operator, dataProtectionOfficer } = privacy;
  const given = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(', ') || turn.t('privacy-not-named');
  turn.answer(
    document(
      title(strong(turn.t('privacy-title'))),
      line(turn.t('privacy-what')),
      line(turn.t('privacy-never')),
      line(turn.t('privacy-why')),
      line(turn.t('privacy-how-long')),
      line(turn.t('privacy-messenger')),
      line(turn.t('privacy-rights')),
      line(turn.t('privacy-operator', { operator: given(operator.name, operator.address, operator.email, operator.phone) })),
      line(turn.t('privacy-officer', { officer: given(dataProtectionOfficer.name, dataProtectionOfficer.email, dataProtectionOfficer.phone) })),
    ),
  );
}

import { SECTORS, type ProcessFile, type Sector } from './file-schema.ts';

/**
 * Facts the process file leaves open. The bot never invents one; it tells the officer, who supplies it.
 * The keys are stable: texts are found by them.
 */
export type MissingFact =
  | {
    readonly key:
    | 'contact.name' | 'contact.phone' | 'contact.email'
    | 'privacy.operator.name' | 'privacy.operator.address' | 'privacy.operator.email'
    | 'privacy.dataProtectionOfficer.contact'
    | 'mandate.resolution';
  }
  | { readonly key: 'phase.from' | 'phase.until'; readonly phase: string }
  /** `unconfirmed`: part of the deadline is inferred (in the source: "15.11.", no year); the officer confirms it. */
  | { readonly key: 'event.place' | 'event.capacity' | 'event.deadline.unconfirmed'; readonly event: string }
  | { readonly key: 'steeringGroup.seats'; readonly sector: Sector };


/** In the order of the file. */
export function missingFacts(file: ProcessFile): MissingFact[] {
  const { contact, privacy: { operator, dataProtectionOfficer } } = file.process;
  const sectors = file.steeringGroup?.sectors;
  const facts: (MissingFact | false)[] = [
    contact.name === null && { key: 'contact.name' },
    contact.phone === null && { key: 'contact.phone' },
    contact.email === null && { key: 'contact.email' },
    operator.name === null && { key: 'privacy.operator.name' },
    operator.address === null && { key: 'privacy.operator.address' },
    operator.email === null && { key: 'privacy.operator.email' },
    dataProtectionOfficer.email === null && dataProtectionOfficer.phone === null
    && { key: 'privacy.dataProtectionOfficer.contact' },
    file.mandate === null && { key: 'mandate.resolution' },
    ...file.phases.flatMap(({ key: phase, from, until }) => [
      from === null && { key: 'phase.from' as const, phase },
      until === null && { key: 'phase.until' as const, phase },
    ]),
    ...file.events.flatMap(({ key: event, place, capacity, replyDeadline }) => [
      place === null && { key: 'event.place' as const, event },
      capacity === null && { key: 'event.capacity' as const, event },
      replyDeadline?.confirmed === false && { key: 'event.deadline.unconfirmed' as const, event },
    ]),
    ...SECTORS.map((sector) => sectors !== undefined && (sectors[sector].min === null || sectors[sector].max === null)
      && { key: 'steeringGroup.seats' as const, sector }),
  ];
  return facts.filter((fact) => fact !== false);
}

/**
 * Whether the information notice can name who is responsible and whom to turn to (GDPR Art. 13 (1) a and b;
 * a public body always has a data protection officer, Art. 37 (1) a). Without it the bot starts in rehearsal only.
 */
export const privacyOperatorComplete = (file: ProcessFile): boolean =>
  !missingFacts(file).some(({ key }) => key.startsWith('privacy.'));

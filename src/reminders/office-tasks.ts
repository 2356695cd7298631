import type { OfficeLine } from '../events/ports.ts';
import type { Event } from '../events/records.ts';
import type { Turn } from '../kernel/turn.ts';
import { document, item, line, strong, title, type Block } from '../view/document.ts';
import { human, type Language } from '../view/language.ts';

/** So many names fit; the rest is on the list. */
const NAMES = 10;

/** What the office should see to while there is time: whom it must phone, and what nobody has said yet. */
export async function remindOffice(turn: Turn, office: OfficeLine, event: Event): Promise<void> {
  const unreachable = (await turn.unit.events.listReplies(event.key)).filter(({ hasChat, reachable, answer }) => hasChat && !reachable && answer !== 'DECLINED');
  const missing = await office.missing(turn);
  await office.tell(turn, (language) => {
    const date = language.shortDate(event.deadlineAt ?? event.startAt, event.zone);
    return document(
      title(strong(language.t(event.deadlineAt === null ? 'reminder-office-start' : 'reminder-office', { event: language.pick(event.title), date }))),
      line(language.t('reminder-office-unreachable', { count: unreachable.length })),
      ...unreachable.slice(0, NAMES).map(({ name }) => item(language.t('list-name', { name: human(name ?? language.t('person-unnamed')) }))),
      ...(unreachable.length > NAMES ? [line(language.t('reminder-office-more', { count: unreachable.length - NAMES }))] : []),
      ...missingBlocks(missing(language), language),
    );
  });
}

function missingBlocks(missing: readonly string[], language: Language): Block[] {
  if (missing.length === 0) return [line(language.t('board-nothing-missing'))];
  return [line(language.t('board-missing')), ...missing.map((text) => item(text))];
}

import { isolate } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import { letterOf } from '../polls/model.ts';
import { human } from '../view/language.ts';
import { altText, drawBars } from '../view/picture.ts';
import { MOST_RESISTANCE } from './methods/resistance.ts';
import { decisionModel, type DecisionModel } from './model.ts';
import type { DecisionParts } from './ports.ts';
import type { Counted, Decision } from './records.ts';
import { countedOf, figureWords, noteWords, outcomeSentence } from './words.ts';

/** More at once nobody looks at. */
const MOST_PICTURES = 3;

/** What came out as a picture, to where it was asked for: sums only, nobody's choice, and nothing before it is counted. */
export async function sendPicture(turn: Turn, decision: Pick<Decision, 'id'>): Promise<void> {
  const model = await decisionModel(turn.unit, decision.id);
  const counted = model === null ? null : countedOf(model);
  if (model === null || counted === null) return turn.refuse(turn.t('decision-hidden'));
  const { language } = turn;
  const title = turn.t(model.decision.runoffOf === null ? 'decision-title' : 'decision-title-runoff', { title: human(model.decision.question) });
  const subtitle = language.pick(model.group.title);
  const notes = await noteWords(language, model, async (personId) => (await turn.unit.people.person(personId))?.name ?? null);
  const said = [outcomeSentence(language, model.decision, counted, letterOf), turn.t('decision-took-part', { count: counted.abstained, have: counted.voted, members: counted.eligible })];
  const bars = barsOf(turn, model, counted);
  const svg = drawBars({ title, subtitle, direction: language.direction, bars, full: fullBar(model.decision, counted), legend: [], notes: [...said, ...notes] });
  const options = bars.map(({ label, numbers, best }) => [label, numbers, ...(best === null ? [] : [best])].join(' · '));
  turn.picture(turn.place.room, svg, altText([title, subtitle, ...said, ...options, ...notes]));
  if (turn.update?.what.kind === 'press') turn.answer(turn.t('poll-picture-sent'));
}

/** `/abstimmungen Bild`: what the room's group decided; in private what the actor's groups did, the newest first. */
export async function sendPictures(turn: Turn, parts: DecisionParts): Promise<void> {
  const { decisions, groups, kernel } = turn.unit;
  const keys = turn.isPrivate ? (await groups.groups()).map(({ key }) => key) : [(await kernel.room(turn.place.room))?.groupKey ?? ''];
  const counted: Decision[] = [];
  for (const key of keys) {
    if (!turn.isPrivate || (await belongs(turn, parts, key))) counted.push(...(await decisions.decisionsOf(key)).filter(isCounted));
  }
  if (counted.length === 0) return turn.answer(turn.t('decisions-no-outcome'));
  for (const decision of counted.sort((a, b) => b.createdAt - a.createdAt).slice(0, MOST_PICTURES)) await sendPicture(turn, decision);
}

export function isCounted({ state }: Decision): boolean {
  return state === 'TIED' || state === 'CLOSED';
}

async function belongs(turn: Turn, parts: DecisionParts, groupKey: string): Promise<boolean> {
  const { personId } = turn.actor;
  const membership = personId === null ? null : await turn.unit.groups.membership(groupKey, personId);
  return membership?.standing === 'MEMBER' || (await parts.rosters.mayLead(turn, groupKey));
}

function barsOf(turn: Turn, { decision }: DecisionModel, counted: Counted): Parameters<typeof drawBars>[0]['bars'] {
  const { verdict } = counted;
  return counted.figures.map((count, option) => ({
    label: `${letterOf(option)}: ${isolate(decision.options[option]!)}`,
    numbers: figureWords(turn.language, decision, counted, count),
    parts: [{ mark: decision.method === 'RESISTANCE' ? 'NO' as const : 'YES' as const, count }],
    best: verdict.kind === 'CHOSEN' && verdict.option === option ? turn.t('decision-chosen') : null,
  }));
}

/** The most one option could have got. */
function fullBar({ method, options }: Decision, { voted, abstained }: Counted): number {
  const said = voted - abstained;
  switch (method) {
    case 'SCHULZE':
      return options.length - 1;
    case 'RESISTANCE':
      return said * MOST_RESISTANCE;
    default:
      return said;
  }
}

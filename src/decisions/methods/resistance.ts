import { zeroes, type Choice, type Count } from './count.ts';

/** The strongest resistance one person can have. */
export const MOST_RESISTANCE = 10;

/**
 * Systemisches Konsensieren (Visotschnig, Schrotta: Das SK-Prinzip, 2005): everybody says how strongly each option goes
 * against them, 0 (not at all) to 10 (unacceptable); the least group resistance wins. Figures: the sums.
 */
export function resistance(choices: readonly Choice[], options: number): Count {
  const said = choices.filter((choice) => choice.length === options);
  const figures = zeroes(options).map((_zero, option) => said.reduce((sum, choice) => sum + choice[option]!, 0));
  const least = Math.min(...figures);
  return { figures, winners: said.length === 0 ? [] : figures.flatMap((sum, option) => (sum === least ? [option] : [])) };
}

/** "Akzeptanz" in per cent, rounded: how much of the resistance that would be possible there is not. */
export function acceptance(sum: number, people: number): number {
  return people === 0 ? 0 : Math.round((1 - sum / (people * MOST_RESISTANCE)) * 100);
}

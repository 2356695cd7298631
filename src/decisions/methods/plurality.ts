import { highest, zeroes, type Choice, type Count } from './count.ts';

/** Single choice (plurality, first past the post): who has the most votes. Figures: votes. */
export function plurality(choices: readonly Choice[], options: number): Count {
  const figures = zeroes(options);
  for (const [option] of choices) if (option !== undefined) figures[option] = figures[option]! + 1;
  return { figures, winners: figures.some((votes) => votes > 0) ? highest(figures) : [] };
}

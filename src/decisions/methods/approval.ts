import { highest, zeroes, type Choice, type Count } from './count.ts';

/** Approval voting: everybody names all options that would do; the one that would do for most wins. Figures: approvals. */
export function approval(choices: readonly Choice[], options: number): Count {
  const figures = zeroes(options);
  for (const choice of choices) for (const option of new Set(choice)) figures[option] = figures[option]! + 1;
  return { figures, winners: figures.some((approvals) => approvals > 0) ? highest(figures) : [] };
}

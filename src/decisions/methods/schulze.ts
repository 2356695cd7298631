import { zeroes, type Choice, type Count } from './count.ts';

/**
 * The Schulze method: an option beats another if the strongest chain of majorities from it to the other is stronger
 * than the strongest one back, a chain being as strong as its weakest link; whom nobody beats wins. Options that a
 * ballot does not rank stand behind those it ranks, and equal among themselves. Links count by winning votes.
 * Source: M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
 * election method, Social Choice and Welfare 36 (2011) 267–303.
 * Figures: how many others an option beats.
 */
export function schulze(choices: readonly Choice[], options: number): Count {
  const strongest = strongestPaths(preferred(choices, options));
  const beats = (one: number, other: number): boolean => strongest[one]![other]! > strongest[other]![one]!;
  const all = [...zeroes(options).keys()];
  const figures = all.map((one) => all.filter((other) => beats(one, other)).length);
  const ranked = choices.some((choice) => choice.length > 0);
  return { figures, winners: ranked ? all.filter((one) => !all.some((other) => beats(other, one))) : [] };
}

/** How many prefer the one to the other. */
function preferred(choices: readonly Choice[], options: number): number[][] {
  const pairs = Array.from({ length: options }, () => zeroes(options));
  for (const choice of choices) {
    const behind = new Set(zeroes(options).keys());
    for (const one of choice) {
      behind.delete(one);
      for (const other of behind) pairs[one]![other] = pairs[one]![other]! + 1;
    }
  }
  return pairs;
}

/** Floyd and Warshall's way through all chains. */
function strongestPaths(pairs: readonly (readonly number[])[]): number[][] {
  const paths = pairs.map((row, one) => row.map((votes, other) => (votes > pairs[other]![one]! ? votes : 0)));
  for (const between of paths.keys()) {
    for (const one of paths.keys()) {
      for (const other of paths.keys()) {
        if (one !== other) paths[one]![other] = Math.max(paths[one]![other]!, Math.min(paths[one]![between]!, paths[between]![other]!));
      }
    }
  }
  return paths;
}

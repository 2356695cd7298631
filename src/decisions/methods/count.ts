/**
 * What one person said about the options, numbered from 0. Empty: an abstention, which counts as taking part and for
 * nothing else. Otherwise by method: the one option (plurality), the options that would do (approval), the options from
 * the best down, as many as were ranked (ranking), or a resistance from 0 to 10 for every option.
 */
export type Choice = readonly number[];

/** Choices counted. No order in which choices are given, or options listed, decides anything. */
export interface Count {
  /** One number per option; what it means depends on the method. */
  readonly figures: readonly number[];
  /** The best options, by number: more than one where nothing tells them apart, none where nobody chose. */
  readonly winners: readonly number[];
}

/** The options whose figure is the highest. */
export function highest(figures: readonly number[]): number[] {
  const most = Math.max(...figures);
  return figures.flatMap((figure, option) => (figure === most ? [option] : []));
}

/** Zeroes, one for each option. */
export const zeroes = (options: number): number[] => Array.from({ length: options }, () => 0);

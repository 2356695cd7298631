/** What an examination found, for the operator; never a name, a text or a token. */
export interface Finding {
  /** `warn`: it works, but somebody should look; `bad`: the bot will not start, or not work. */
  readonly level: 'ok' | 'warn' | 'bad';
  readonly what: string;
  /** What to do about it; null where all is well. */
  readonly remedy: string | null;
}

/** Facts about what happened, never about whom: no names, no message texts, no tokens, no account ids. */
export interface Logger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  /** Logs the error under a fresh id, which is returned so that it can be shown or stored. */
  bug(error: unknown, message: string, fields?: LogFields): string;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

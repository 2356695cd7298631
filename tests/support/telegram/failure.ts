/**
 * Refusals with Telegram's own words. Sources: tdlib/telegram-bot-api Client.cpp (check_chat_access, check_message,
 * fail_query_with_error, process_get_updates_query) and the reply the live service gives for MTProto errors.
 */
export class ApiFailure extends Error {
  readonly code: number;
  readonly parameters: { retry_after?: number; migrate_to_chat_id?: number } | undefined;
  /** True when only a faulty program can cause it: recorded in `FakeTelegram.violations`. */
  readonly violation: boolean;

  constructor(code: number, description: string, more: { parameters?: ApiFailure['parameters']; violation?: boolean } = {}) {
    super(description);
    this.name = 'ApiFailure';
    this.code = code;
    this.parameters = more.parameters;
    this.violation = more.violation ?? false;
  }
}

export const badRequest = (what: string): ApiFailure => new ApiFailure(400, `Bad Request: ${what}`);
export const forbidden = (what: string): ApiFailure => new ApiFailure(403, `Forbidden: ${what}`);
/** A 400 no correct program would ever provoke. */
export const misuse = (what: string): ApiFailure => new ApiFailure(400, `Bad Request: ${what}`, { violation: true });

export const chatNotFound = (): ApiFailure => badRequest('chat not found');
export const notModified = (): ApiFailure =>
  badRequest(
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  );
export const queryTooOld = (): ApiFailure =>
  badRequest('query is too old and response timeout expired or query ID is invalid');
export const messageMissing = (purpose: string): ApiFailure => badRequest(`message to ${purpose} not found`);
export const upgraded = (newId: number): ApiFailure =>
  new ApiFailure(400, 'Bad Request: group chat was upgraded to a supergroup chat', { parameters: { migrate_to_chat_id: newId } });
export const tooMany = (seconds: number): ApiFailure =>
  new ApiFailure(429, `Too Many Requests: retry after ${seconds}`, { parameters: { retry_after: seconds } });
export const conflict = (what: string): ApiFailure => new ApiFailure(409, `Conflict: ${what}`);

import { createAjv, explain, loadDefinitions } from './schema.ts';

/**
 * The fake judged by the same stranger: whether an update or result has the shape Telegram documents. For the fake's
 * own tests; generating takes some seconds the first time.
 */
export async function loadShapeJudge(): Promise<(type: 'TelegramUpdate' | 'TelegramMessage', value: unknown) => string | undefined> {
  const ajv = createAjv();
  ajv.addSchema(await loadDefinitions('objects', ['TelegramUpdate', 'TelegramMessage']), 'objects');
  return (type, value) => {
    const validate = ajv.getSchema(`objects#/definitions/${type}`);
    if (validate === undefined) throw new Error(`no schema for ${type}`);
    return validate(JSON.parse(JSON.stringify(value))) === true ? undefined : explain(validate as Parameters<typeof explain>[0]);
  };
}

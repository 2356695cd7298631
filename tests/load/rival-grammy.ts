/** The least a bot on grammY with its runner can do: it answers each press and keeps nothing. */
import { run } from '@grammyjs/runner';
import { Bot } from 'grammy';

const bot = new Bot(process.env['TOKEN'] ?? '', { client: { apiRoot: process.env['API_ROOT'] ?? '' } });
bot.on('callback_query:data', (context) => context.answerCallbackQuery({ text: 'Danke!' }));
await bot.api.deleteWebhook();
const runner = run(bot);
process.stdout.write('polling\n');
process.once('SIGTERM', () => void runner.stop().finally(() => process.exit(0)));

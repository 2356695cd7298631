/** The least a bot on Telegraf can do: it answers each press and keeps nothing. */
import { Telegraf } from 'telegraf';

const bot = new Telegraf(process.env['TOKEN'] ?? '', { telegram: { apiRoot: process.env['API_ROOT'] ?? '' } });
bot.on('callback_query', (context) => context.answerCbQuery('Danke!'));
void bot.launch(() => process.stdout.write('polling\n'));
process.once('SIGTERM', () => {
  bot.stop();
  setTimeout(() => process.exit(0), 50);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { absent, command, firstWord, problem, value, type Command, type Param } from '../../../src/kernel/command.ts';
import { roomId } from '../../../src/kernel/update.ts';
import { AMIRA, Conversation, german, type Speaker } from './conversation.ts';

const BORIS: Speaker = { account: 'boris', room: AMIRA.room };
const AMIRA_ELSEWHERE: Speaker = { account: 'amira', room: roomId('console', 'group') };

const day: Param<string> = {
  take: async (text) => {
    const { word, rest } = firstWord(text);
    if (word === '') return absent;
    return /^(?:mo|di|mi)$/i.test(word) ? value(word.toLowerCase(), word, rest) : problem('Which day is that?');
  },
  ask: async () => ({ text: 'Which day?', choices: [{ label: 'Monday', raw: 'mo' }, { label: 'Tuesday', raw: 'di' }] }),
};
const hour: Param<number> = {
  take: async (text) => {
    const { word, rest } = firstWord(text);
    if (word === '') return absent;
    return /^\d{1,2}$/.test(word) ? value(Number(word), word, rest) : problem('Which hour is that?');
  },
  ask: async (_turn, earlier) => ({ text: `What time on ${String(earlier['day'])}?`, choices: [] }),
};
/** Left out: nobody in particular. */
const room: Param<string | null> = {
  take: async (text) => {
    const { word, rest } = firstWord(text);
    return word.startsWith('#') ? value(word.slice(1), word, rest) : value(null, '', text);
  },
  ask: null,
};

let understood: Readonly<Record<string, unknown>>[];
let chat: Conversation;
beforeEach(() => {
  understood = [];
  const meet: Command = command({ name: 'treffen', aliases: [], who: 'everyone', menu: 'none', params: { day, room, hour }, run: async (_turn, args) => void understood.push(args) });
  const leave: Command = command({ name: 'gehen', aliases: [], who: 'everyone', menu: 'none', params: { day }, run: async (_turn, args) => void understood.push({ left: args.day }) });
  chat = new Conversation([meet, leave]);
});
const again = (sentence: string): string => `${sentence}\n${german.t('dialog-try-again')}`;
const notUnderstood = german.t('dialog-not-understood', { command: 'treffen' });

describe('in one line', () => {
  it('everything is there: nothing is asked', async () => {
    expect(await chat.say('/treffen mo #saal 14')).toEqual([]);
    expect(understood).toEqual([{ day: 'mo', room: 'saal', hour: 14 }]);
  });

  it('what may be left out is not asked for', async () => {
    await chat.say('/treffen mo 14');
    expect(understood).toEqual([{ day: 'mo', room: null, hour: 14 }]);
  });

  it('too much is not guessed away', async () => {
    expect(await chat.say('/treffen mo 14 oder 15')).toEqual([notUnderstood]);
    expect([understood, chat.openQuestions]).toEqual([[], 0]);
  });

  it('what cannot be read is told with its own sentence, and no question stays open', async () => {
    expect(await chat.say('/treffen so 14')).toEqual(['Which day is that?']);
    expect(chat.openQuestions).toBe(0);
  });
});

describe('step by step', () => {
  it('each thing that is missing is asked for, knowing what was said before', async () => {
    expect(await chat.say('/treffen')).toEqual(['Which day?']);
    expect(chat.choices.map(({ label }) => label)).toEqual(['Monday', 'Tuesday']);
    expect(await chat.say('di')).toEqual(['What time on di?']);
    expect(await chat.say(' 14 ')).toEqual([]);
    expect(understood).toEqual([{ day: 'di', room: null, hour: 14 }]);
    expect(chat.openQuestions).toBe(0);
  });

  it('a choice is what typing it would be', async () => {
    await chat.say('/treffen');
    expect(await chat.choose('Monday')).toEqual(['What time on mo?']);
  });

  it('a wrong answer is asked again and loses nothing', async () => {
    await chat.say('/treffen');
    await chat.say('mi');
    expect(await chat.say('abends')).toEqual([again('Which hour is that?')]);
    await chat.say('20');
    expect(understood).toEqual([{ day: 'mi', room: null, hour: 20 }]);
  });

  it('an answer with something behind it is not half understood', async () => {
    await chat.say('/treffen');
    expect(await chat.say('mo oder di')).toEqual([again(notUnderstood)]);
    await chat.say('mo');
    await chat.say('9');
    expect(understood).toEqual([{ day: 'mo', room: null, hour: 9 }]);
  });

  it('another command takes the question’s place; only the new one can be answered', async () => {
    await chat.say('/treffen');
    await chat.say('/gehen');
    expect(chat.openQuestions).toBe(1);
    await chat.say('mo');
    expect(understood).toEqual([{ left: 'mo' }]);
  });

  it('a finished question takes no more answers', async () => {
    await chat.say('/gehen');
    await chat.say('mo');
    expect(await chat.say('di')).toEqual([]);
    expect(understood).toEqual([{ left: 'mo' }]);
  });
});

describe('when what was typed behind the command cannot be read', () => {
  /** Reads nothing but a whole answer: what was typed behind the command waits until the day is known. */
  const which: Param<string> = { ...day, take: async (text) => (['mo', 'di'].includes(text) ? value(text, text) : absent) };
  const meet = (params: Command['params']): Conversation =>
    new Conversation([command({ name: 'treffen', aliases: [], who: 'everyone', menu: 'none', params, run: async (_turn, args) => void understood.push(args) })]);

  it('only that is asked for anew, and what was answered is kept', async () => {
    chat = meet({ day: which, hour });
    expect(await chat.say('/treffen abends')).toEqual(['Which day?']);
    expect(await chat.say('mo')).toEqual(['Which hour is that?', 'What time on mo?']);
    await chat.say('20');
    expect(understood).toEqual([{ day: 'mo', hour: 20 }]);
  });

  it('and nothing is done with half of it where nothing is left to ask', async () => {
    chat = meet({ day: which, room });
    await chat.say('/treffen abends');
    expect(await chat.say('mo')).toEqual([notUnderstood]);
    expect([understood, chat.openQuestions, await chat.abort()]).toEqual([[], 0, false]);
  });
});

describe('a question', () => {
  it('waits half an hour for its answer, and no longer', async () => {
    await chat.say('/treffen');
    chat.wait(29);
    await chat.say('mo');
    chat.wait(29);
    await chat.say('14');
    expect(understood).toEqual([{ day: 'mo', room: null, hour: 14 }]);
    await chat.say('/gehen');
    chat.wait(30);
    expect(await chat.say('mo')).toEqual([]);
    expect(understood).toHaveLength(1);
  });

  it('is answered only by whom it was put to, only where it was put', async () => {
    await chat.say('/gehen');
    expect(await chat.say('mo', BORIS)).toEqual([]);
    expect(await chat.say('mo', AMIRA_ELSEWHERE)).toEqual([]);
    expect(understood).toEqual([]);
    await chat.say('mo');
    expect(understood).toEqual([{ left: 'mo' }]);
  });

  it('two people in one room are asked side by side', async () => {
    await chat.say('/gehen');
    await chat.say('/gehen', BORIS);
    await chat.say('di', BORIS);
    await chat.say('mo');
    expect(understood).toEqual([{ left: 'di' }, { left: 'mo' }]);
  });

  it('can be left, once, and then loses its buttons', async () => {
    await chat.say('/treffen');
    expect([await chat.abort(), await chat.abort()]).toEqual([true, false]);
    expect(chat.openQuestions).toBe(0);
    expect(await chat.say('mo')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { command, commandTable, firstWord, NO_PARAMS, parseCommand, type Command } from '../../../src/kernel/command.ts';

describe('what is a command', () => {
  it.each([
    ['/zusage', 'zusage', ''],
    ['!zusage', 'zusage', ''],
    ['/zusage 3', 'zusage', '3'],
    ['/ZUSAGE 3', 'zusage', '3'],
    ['  /zusage   3  ', 'zusage', '3  '],
    ['/zusage\n3', 'zusage', '3'],
    ['/zusage\t3', 'zusage', '3'],
    ['/zusage\u00A03', 'zusage', '3'],
    ['/meine_daten', 'meine_daten', ''],
    ['/löschen', 'löschen', ''],
    ['/erfassen Telefon 4 Frau K.', 'erfassen', 'Telefon 4 Frau K.'],
    ['/zusage /absage', 'zusage', '/absage'],
    ['/выход', 'выход', ''],
  ])('%j', (text, name, rest) => {
    expect(parseCommand(text)).toEqual({ name, rest });
  });

  it.each(['', ' ', '/', '!', '//', '/ zusage', '!!', '/3', '/-', '/zusage!', '/zusage@bot', '!!zusage', 'zusage', 'Ja!', '3', '/etc/passwd', '/😀', '/za\u0301', 'https://a.example/zusage', '\\zusage', '／zusage'])(
    '%j is none',
    (text) => {
      expect(parseCommand(text)).toBeNull();
    },
  );
});

it.each([
  ['', '', ''],
  ['   ', '', ''],
  ['one', 'one', ''],
  [' one ', 'one', ''],
  ['one two  three ', 'one', 'two  three '],
  ['one\n\ntwo', 'one', 'two'],
])('the first word of %j', (text, word, rest) => {
  expect(firstWord(text)).toEqual({ word, rest });
});

describe('the table of commands', () => {
  const named = (name: string, ...aliases: string[]): Command => command({ name, aliases, who: 'everyone', menu: 'none', params: NO_PARAMS, run: async () => {} });

  it('finds a command under each of its names', () => {
    const yes = named('zusage', 'yes', 'ja');
    const table = commandTable([yes, named('absage', 'no')]);
    expect(['zusage', 'yes', 'ja'].map((name) => table.get(name))).toEqual([yes, yes, yes]);
    expect(table.get('nein')).toBeUndefined();
  });

  it.each([
    [[named('zusage'), named('zusage')]],
    [[named('zusage', 'yes'), named('ja', 'yes')]],
    [[named('zusage', 'ja'), named('ja')]],
    [[named('zusage', 'zusage')]],
  ])('does not start with a name given twice', (commands) => {
    expect(() => commandTable(commands)).toThrow(/two commands are called/);
  });
});

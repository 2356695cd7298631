import { absent, firstWord, problem, value, type Param } from '../kernel/command.ts';
import { cleanName, normalizeForCompare } from '../kernel/text.ts';
import { takeParty } from '../events/params.ts';
import type { Channel, Event } from '../events/records.ts';
import type { Wish } from '../events/rules.ts';
import { human } from '../view/language.ts';

/** How a reply reached the office, in the words people type. */
const CHANNEL_WORDS: Readonly<Record<string, Channel>> = {
  telefon: 'PHONE', tel: 'PHONE', phone: 'PHONE', anruf: 'PHONE',
  'e-mail': 'EMAIL', email: 'EMAIL', mail: 'EMAIL',
  'vor ort': 'DESK', vorort: 'DESK', schalter: 'DESK', desk: 'DESK',
  papier: 'PAPER', brief: 'PAPER', paper: 'PAPER',
};
const OFFICE_CHANNELS = ['PHONE', 'EMAIL', 'DESK', 'PAPER'] as const satisfies readonly Channel[];

export const channelParam: Param<Channel> = {
  take: async (text, turn) => {
    if (text === '') return absent;
    const said = text.toLowerCase();
    const found = Object.keys(CHANNEL_WORDS).find((word) => said.startsWith(word) && /^(?:\s|$)/.test(said.slice(word.length)));
    if (found === undefined) return problem(turn.t('enter-channel-unknown'));
    return value(CHANNEL_WORDS[found]!, text.slice(0, found.length), text.slice(found.length).trimStart());
  },
  ask: async (turn) => ({ text: turn.t('enter-ask-channel'), choices: OFFICE_CHANNELS.map((channel) => ({ label: turn.t(`channel-${channel.toLowerCase()}`), raw: WORD_OF[channel] })) }),
};
const WORD_OF: Readonly<Record<(typeof OFFICE_CHANNELS)[number], string>> = { PHONE: 'Telefon', EMAIL: 'E-Mail', DESK: 'vor Ort', PAPER: 'Papier' };

const ANSWER_WORDS: Readonly<Record<string, Wish['answer']>> = {
  zusage: 'ATTENDING', ja: 'ATTENDING', yes: 'ATTENDING',
  vielleicht: 'MAYBE', maybe: 'MAYBE',
  absage: 'DECLINED', nein: 'DECLINED', no: 'DECLINED',
};

/** "4", "2+1", "Absage", "Vielleicht 2". */
export const wishParam: Param<Wish> = {
  take: async (text, turn) => {
    const { word, rest } = firstWord(text);
    if (word === '') return absent;
    const answer = ANSWER_WORDS[word.toLowerCase()];
    const number = answer === undefined ? text : rest;
    const counted = answer !== 'DECLINED' && /^\p{Nd}/u.test(number);
    if (answer === undefined && !counted) return problem(turn.t('enter-persons-unknown'));
    // "Absage 4 Frau K.": how many do not come is nobody's count.
    const skipped = answer === 'DECLINED' ? rest.replace(/^\p{Nd}+(?:\s+|$)/u, '') : rest;
    if (!counted) return value({ answer: answer ?? 'ATTENDING', partySize: 1, children: null }, word, skipped);
    const taken = takeParty(number, turn);
    if ('sentence' in taken) return problem(taken.sentence);
    const raw = answer === undefined ? taken.raw : `${word} ${taken.raw}`;
    return value({ answer: answer ?? 'ATTENDING', partySize: taken.party.persons, children: taken.party.children }, raw, taken.rest);
  },
  ask: async (turn) => ({
    text: turn.t('enter-ask-persons'),
    choices: [...['1', '2', '3', '4'].map((raw) => ({ label: raw, raw })), { label: turn.t('action-maybe'), raw: 'Vielleicht' }, { label: turn.t('action-no'), raw: 'Absage' }],
  }),
};

/** Name or initials. */
export const nameParam: Param<string> = {
  take: async (text, turn) => {
    if (text === '') return absent;
    const name = cleanName(text);
    return name === null ? problem(turn.t('enter-name-empty')) : value(name, text);
  },
  ask: async (turn) => ({ text: turn.t('enter-ask-name'), choices: [] }),
};

/** The person the office has already written down under this name, or null for somebody new; asked when there is one. */
export const whoParam: Param<string | null> = {
  take: async (text, turn, earlier) => {
    const known = (await turn.unit.events.enteredReplies((earlier['event'] as Event).key)).filter((each) => each.name !== null && normalizeForCompare(each.name) === normalizeForCompare(earlier['name'] as string));
    if (known.length === 0 || text === 'neu') return value(null, text);
    const chosen = known.find((each) => each.personId === text);
    return chosen === undefined ? absent : value(chosen.personId, text);
  },
  ask: async (turn, earlier) => {
    const known = (await turn.unit.events.enteredReplies((earlier['event'] as Event).key)).filter((each) => each.name !== null && normalizeForCompare(each.name) === normalizeForCompare(earlier['name'] as string));
    return {
      text: turn.t('enter-same-name', { name: human(earlier['name'] as string) }),
      choices: [...known.map((each) => ({ label: turn.t('enter-change', { channel: turn.t(`channel-${each.channel.toLowerCase()}`), persons: each.partySize }), raw: each.personId })), { label: turn.t('enter-another'), raw: 'neu' }],
    };
  },
};

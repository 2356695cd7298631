import { toIso } from '../kernel/time.ts';
import { line } from '../view/document.ts';
import { human, type Language } from '../view/language.ts';
import { merge, part } from './merge.ts';
import type { PersonalData } from './personal-data.ts';
import type { ChatIdentity } from './records.ts';

/** What the people feature itself keeps: the person and their chat accounts. */
export const ownData: PersonalData = {
  key: 'people',
  export: async (records, personId) => {
    const person = await records.people.person(personId);
    const identities = await records.people.identitiesOf(personId);
    return {
      person: person === null ? null : { name: person.name, language: person.language, noticeShown: person.noticeAt === null ? null : toIso(person.noticeAt), since: toIso(person.createdAt) },
      chatAccounts: identities.map(({ platform, account, name, languageHint, reach, seenAt }) => ({ messenger: platform, account, name, language: languageHint, reachable: reach === 'OPEN', lastSeen: toIso(seenAt) })),
    };
  },
  describe: async (records, personId, language) => {
    const person = await records.people.person(personId);
    const identities = await records.people.identitiesOf(personId);
    return [
      line(language.t('data-name', { name: human(person?.name ?? language.t('person-unnamed')) })),
      line(language.t('data-language', { language: person?.language == null ? language.t('data-language-guessed') : language.autonym })),
      ...identities.map((identity) => line(accountLine(identity, identities.length > 1, language))),
    ];
  },
  erase: async (turn, personId) => {
    const { kernel, people } = turn.unit;
    const identities = await people.identitiesOf(personId);
    const rooms = identities.flatMap(({ room }) => room ?? []);
    await kernel.removeCardsOfPerson(personId);
    await kernel.purgeOutbox(personId, rooms);
    for (const deed of await kernel.deedsOf(personId)) kernel.removeDeed(deed);
    for (const identity of identities) {
      if (identity.room !== null) kernel.removeDialog(`${identity.room}|${identity.account}`);
      people.removeIdentity(identity);
    }
    people.removePerson(personId);
  },
  merge,
  part,
};

/** Which messenger; of several accounts, also which one. */
function accountLine({ platform, name }: ChatIdentity, several: boolean, language: Language): string {
  const messenger = language.t(`channel-${platform}`);
  return several ? language.t('data-account-named', { messenger, name: human(name ?? language.t('person-unnamed')) }) : language.t('data-account', { messenger });
}

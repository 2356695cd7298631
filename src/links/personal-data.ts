import { toIso } from '../kernel/time.ts';
import type { PersonalData } from '../people/personal-data.ts';
import { LINK } from './card.ts';
import type { LinkRecords } from './records.ts';

/** Codes that are alive, and what is kept for a day so that a link can be taken back. */
export const linksData: PersonalData = {
  key: 'links',
  export: async (records, personId) => ({
    linkedAccounts: (await records.links.links()).filter(({ intoId }) => intoId === personId).map(({ madeAt, expiresAt }) => ({ at: toIso(madeAt), canBeTakenBackUntil: toIso(expiresAt) })),
  }),
  describe: async () => [],
  erase: async (turn, personId) => {
    await removeCodes(turn.unit.links, personId);
    // Also what the person was made of, and what that was made of: the snapshots tell about them.
    for (let gone = [personId]; gone.length > 0; ) {
      const theirs = (await turn.unit.links.links()).filter(({ intoId }) => gone.includes(intoId));
      for (const { id, fromId } of theirs) {
        turn.unit.links.removeLink(id);
        await turn.touch(`${LINK}:${id}`);
        await turn.unit.kernel.purgeOutbox(fromId, []);
      }
      gone = theirs.map(({ fromId }) => fromId);
    }
  },
  merge: async (turn, from) => {
    await removeCodes(turn.unit.links, from);
    return {};
  },
  part: async () => {},
};

async function removeCodes(links: LinkRecords, personId: string): Promise<void> {
  for (const { codeHash } of await links.codesOf(personId)) links.removeCode(codeHash);
}

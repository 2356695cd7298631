import { randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '../../src/ports/ids.ts';

/** Digits and capitals without 0 O, 1 I L: nobody has to ask which one it is. 31⁸ ≈ 2³⁹·⁶. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const LENGTH = 12;
/** Random bytes cost by the call, not by the byte. */
let pool = Buffer.alloc(0);
let used = 0;

export const randomIds: Ids = {
  id: () => {
    if (used + LENGTH > pool.length) [pool, used] = [randomBytes(256 * LENGTH), 0];
    used += LENGTH;
    return pool.toString('base64url', used - LENGTH, used);
  },
  code: () => Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
};

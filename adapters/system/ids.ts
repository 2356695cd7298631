import { randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '../../src/ports/ids.ts';

/** Digits and capitals without 0 O, 1 I L: nobody has to ask which one it is. 31⁸ ≈ 2³⁹·⁶. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export const randomIds: Ids = {
  id: () => randomBytes(12).toString('base64url'),
  code: () => Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
};

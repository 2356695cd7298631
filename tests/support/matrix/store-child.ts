/** A process that writes into a crypto store without pause and says what it was told is saved, until it is killed. */
import { CryptoStore } from '../../../adapters/matrix/crypto-store.ts';

interface Db {
  createObjectStore(name: string): void;
  transaction(store: string, mode: string): { addEventListener(type: 'complete', listener: () => void): void; objectStore(name: string): { put(value: unknown, key: string): void } };
}

const [, , path = '', start = '0'] = process.argv;
const store = await CryptoStore.open(path, null, () => process.exit(70));
store.install();
const opening = store.factory.open('sessions', 1) as unknown as { result: Db; addEventListener(type: string, listener: () => void): void };
opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('ratchet'));
opening.addEventListener('success', () => step(Number(start)));

/** Two keys in one transaction: never one without the other. */
function step(n: number): void {
  const transaction = opening.result.transaction('ratchet', 'readwrite');
  transaction.objectStore('ratchet').put(n, `a${n}`);
  transaction.objectStore('ratchet').put({ n, bytes: new Uint8Array([n % 256]) }, `b${n}`);
  transaction.addEventListener('complete', () => {
    process.stdout.write(`${n}\n`);
    step(n + 1);
  });
}

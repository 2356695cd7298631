import { openStore } from '../../adapters/storage/store.ts';

/** A process that opens the store named by its argument and keeps it until it is killed. */
await openStore(process.argv[2] ?? '', { onFatal: () => process.exit(70) });
process.send?.('open');
setInterval(() => {}, 60_000);

/** Writes process/schema.json, which editors use on process files. Run: node scripts/process-schema.ts */
import { writeFileSync } from 'node:fs';
import { processJsonSchema } from '../src/process/file-schema.ts';

writeFileSync(new URL('../process/schema.json', import.meta.url), `${JSON.stringify(processJsonSchema(), null, 2)}\n`);

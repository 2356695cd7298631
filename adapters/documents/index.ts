import type { Documents } from '../../src/ports/documents.ts';
import { calendar } from './calendar.ts';
import { csv } from './csv.ts';

export const documents: Documents = { calendar, csv };

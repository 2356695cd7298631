import { everyCall } from '../support/points-suite.ts';

everyCall('killed', 'kill', { part: 1, parts: 2 });

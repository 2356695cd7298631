import { everyCall } from '../support/points-suite.ts';

everyCall('killed', 'kill', { part: 0, parts: 2 });

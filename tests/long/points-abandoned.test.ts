import { everyCall } from '../support/points-suite.ts';

everyCall('abandoned', 'throw');

import { everyCall } from '../support/points-suite.ts';

everyCall('abandoned, and once more while it recovers,', 'throw', { twice: true });

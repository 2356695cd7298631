/**
 * Import this first. Nothing may depend on the zone of the machine: wall clocks exist only in the process's own zone,
 * which is always named.
 */
process.env['TZ'] = 'UTC';
if (new Date(2018, 6, 1).getTimezoneOffset() !== 0) throw new Error('this machine cannot run in UTC: start it with TZ=UTC');

// The last line of .ci/run, from Vitest's own report.   node scripts/report.mjs <report.json> <checks that failed>
import { existsSync, readFileSync } from 'node:fs';

const [path, checks] = process.argv.slice(2);
const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { numPassedTests: 0, numFailedTests: 0, testResults: [] };

/** A file that could not even be loaded has failed without any test of its own. */
const silent = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
const skipped = report.testResults.flatMap((file) => file.assertionResults).filter((test) => ['pending', 'skipped', 'todo'].includes(test.status)).length;
// A failed check counts at least once, whatever the tests say: nobody shall read "0 failed" above a failure.
const failed = Math.max(report.numFailedTests + silent.length, Number(checks));

for (const file of silent) console.log(`Failed: ${file.name}`);
for (const { name, assertionResults } of report.testResults) {
  for (const test of assertionResults) if (test.status === 'failed') console.log(`Failed: ${name}: ${test.fullName}`);
}
console.log(`${report.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * `node start-with.ts INJECTION,... ENTRY [ARGUMENTS]`: starts a process of the product with injections. Ends with an
 * error when an injection does not apply.
 */
import { assertReplacementsUsed } from './replace-exports.ts';

const [injections = '', entry = ''] = process.argv.splice(2, 2);
process.argv[1] = entry;
for (const injection of injections.split(',')) await import(injection);
await import(entry);
assertReplacementsUsed();

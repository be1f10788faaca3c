import { resolve } from 'node:path';
import { describeError } from '../describe-error.ts';
import { openPostgres } from './open-postgres.ts';
import type { Durability } from './server-settings.ts';

/** The only line on the supervisor's standard output. */
export type SupervisorReport = { url: string; directory: string; attached: boolean } | { problem: string };

/**
 * The process between a program and its Postgres. It starts the server, reports, and stops the server when standard input
 * closes. Standard input closes when the program ends, even by SIGKILL.
 *
 *   node supervisor.ts <data directory> safe|test
 */
const [dataDir = '.', durability = 'safe'] = process.argv.slice(2);

const parentGone = new AbortController();
const noteParentGone = () => parentGone.abort(new Error('The start was called off.'));
process.stdin.on('end', noteParentGone).on('error', noteParentGone).resume();
// SIGHUP and SIGINT come to all processes of a terminal, or to all that a service manager ends.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, noteParentGone);
// Writing to a dead parent fails. The error must not prevent the stop below.
process.stdout.on('error', () => {});

try {
  const server = await openPostgres(resolve(dataDir), durability as Durability, parentGone.signal);
  await report({ url: server.url, directory: server.directory, attached: server.attached });
  if (server.attached) process.exit(0);
  await Promise.race([aborted(parentGone.signal), server.ended]);
  await server.stop();
  process.exit(0);
} catch (fault) {
  await report({ problem: describeError(fault) });
  // Nothing may keep this process: a supervisor without a server would hold the next one's port or session.
  process.exit(1);
}

function report(line: SupervisorReport): Promise<void> {
  return new Promise((done) => void process.stdout.write(`${JSON.stringify(line)}\n`, () => done()));
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}

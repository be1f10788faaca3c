import { resolve } from 'node:path';
import { openPostgres } from './open-postgres.ts';
import type { Durability } from './settings.ts';

/** The one line that the supervisor writes to its standard output. */
export type SupervisorReport = { url: string; attached: boolean } | { problem: string };

/**
 * The process between a program and its Postgres: starts the server, reports, and stops it when standard input closes,
 * which is when the program ends, even by SIGKILL.
 *
 *   node supervisor.ts <data directory> safe|test
 */
const [dataDir = '.', durability = 'safe'] = process.argv.slice(2);

const parentGone = new Promise<void>((done) => {
  process.stdin.on('end', done).on('error', () => done());
  process.stdin.resume();
  process.once('SIGTERM', () => done());
});
// The pipe to a dead parent; what matters is to reach the stop below.
process.stdout.on('error', () => {});

try {
  const server = await openPostgres(resolve(dataDir), durability as Durability);
  report({ url: server.url, attached: server.attached });
  if (server.attached) process.exit(0);
  await Promise.race([parentGone, server.ended]);
  await server.stop();
  process.exit(0);
} catch (fault) {
  report({ problem: fault instanceof Error ? fault.message : String(fault) });
  process.exitCode = 1;
  process.stdin.destroy();
}

function report(line: SupervisorReport): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

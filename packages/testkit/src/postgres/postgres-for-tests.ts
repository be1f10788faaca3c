import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { openTestPostgres } from './open-test-postgres.ts';

/**
 * Vitest's global setup: a door at which test processes ask for the run's Postgres. The server is started for the first
 * that asks, so that runs without database tests do not pay for it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let opening: ReturnType<typeof openTestPostgres> | undefined;
  const door = createServer((_request, response) => {
    opening ??= openTestPostgres();
    opening.then(
      ({ postgres }) => response.end(JSON.stringify(postgres)),
      (fault: unknown) => {
        response.statusCode = 500;
        response.end(`No Postgres for the tests: ${fault instanceof Error ? fault.message : String(fault)}`);
      },
    );
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('The door for tests has no port.');
  project.provide('testPostgresUrl', `http://127.0.0.1:${address.port}/`);

  return async () => {
    door.closeAllConnections();
    door.close();
    await (await opening?.catch(() => undefined))?.close();
  };
}

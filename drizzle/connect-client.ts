import pg from 'pg';
import { connectionProblem } from './connection-problem.ts';

/**
 * Opens a single connection.
 * @throws in words that name DATABASE_URL, the cause and what to do.
 */
export async function connectClient(url: string, applicationName: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({ connectionString: url, application_name: applicationName });
    await client.connect();
    return client;
  } catch (cause) {
    throw new Error(connectionProblem(url, cause), { cause });
  }
}

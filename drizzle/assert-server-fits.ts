import type pg from 'pg';

export interface ServerFacts {
  /** As `server_version_num` says it: 160004 is 16.4. */
  version: number;
  encoding: string;
  database: string;
}

/** The oldest release that README names; the tests and the demo run on 18. */
const oldestMajor = 16;

/** Returns what is wrong with a server and how to correct it; null when Gondola runs on it. */
export function problemOfServer({ version, encoding, database }: ServerFacts): string | null {
  const major = Math.floor(version / 10_000);
  if (major < oldestMajor)
    return `DATABASE_URL names a Postgres ${major}.${version % 10_000}, and Gondola needs ${oldestMajor} or newer. Update that server, or name another one in DATABASE_URL.`;
  if (encoding !== 'UTF8')
    return `The database "${database}" that DATABASE_URL names has the encoding ${encoding}, and Gondola needs UTF8. Create one with: createdb --encoding=UTF8 --template=template0 NAME`;
  return null;
}

/**
 * Throws when the server is too old, or when the database cannot store every text.
 * @throws Error that says what is wrong, which variable names the server, and what to do.
 */
export async function assertServerFits(client: pg.Client): Promise<void> {
  const { rows } = await client.query<ServerFacts>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
       current_database() as database`,
  );
  const problem = rows[0] ? problemOfServer(rows[0]) : null;
  if (problem !== null) throw new Error(problem);
}

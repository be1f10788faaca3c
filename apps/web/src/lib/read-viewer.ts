import { headers } from 'next/headers';
import { apiOrigin } from '../env.ts';
import { graphql } from '../generated/gql.ts';
import type { ReadViewerQuery } from '../generated/graphql.ts';
import { ApiFault } from './api-fault.ts';
import { readAnswer } from './execute.ts';
import type { Viewer } from './viewer.ts';

const document = graphql(`
  query ReadViewer {
    viewer { kind name email role permissions { act scope } }
  }
`);

const signedOut: Viewer = { kind: 'NOBODY', name: null, email: null, role: null, permissions: [] };

/** Asks the API, from this server, whose cookie the request has. Null when the API cannot be reached. */
export async function readViewer(): Promise<Viewer | null> {
  const cookie = (await headers()).get('cookie') ?? '';
  try {
    const response = await fetch(new URL('/graphql', apiOrigin()), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query: document }),
      cache: 'no-store',
      // Longer than any healthy answer, short enough for a person who waits at a blank page.
      signal: AbortSignal.timeout(5_000),
    });
    return (await readAnswer<ReadViewerQuery>(response)).viewer;
  } catch (fault) {
    return fault instanceof ApiFault && fault.kind === 'UNAUTHENTICATED' ? signedOut : null;
  }
}

import type { TypedDocumentString } from '../generated/graphql.ts';
import { ApiFault, faultOf } from './api-fault.ts';

/** Sends one operation to the API. Rejects with an ApiFault; a partial answer counts as none. */
export async function execute<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const init: RequestInit = {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document, variables }),
  };
  if (signal) init.signal = signal;
  const response = await fetch('/graphql', init).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiFault('UNREACHABLE', 'The server cannot be reached.');
  });
  return readAnswer<Result>(response);
}

/** Reads the answer of a GraphQL request, on the server too. */
export async function readAnswer<Result>(response: Response): Promise<Result> {
  const answer = await response.json().catch(() => null);
  const error = answer?.errors?.[0];
  if (error) throw faultOf(error);
  if (!answer?.data) throw new ApiFault('UNREACHABLE', withoutData(response.status));
  return answer.data;
}

/** The API answers in JSON always: another answer is a proxy's own. 413: its limit of the body's size is too small. */
const withoutData = (status: number): string =>
  status === 413
    ? 'The request is too large for a proxy before Gondola (413). Its limit has to be 12 MB for /graphql; see docs/operations/reverse-proxy.md.'
    : `A proxy before Gondola answered ${status}, and the API did not.`;

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
  if (!answer?.data) throw new ApiFault('UNREACHABLE', `The API answered ${response.status} without data.`);
  return answer.data;
}

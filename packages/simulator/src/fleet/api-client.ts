import { deviceRetryPolicy, RetryableError, type RetryPolicy, retry } from './retry.ts';

/** The API refused a request: a retry would change nothing. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  /** HTTP status; 200 for a GraphQL error. */
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface ApiClient {
  readonly apiUrl: string;
  /** Returns `data` of the answer. Throws ApiRefusal for GraphQL errors. */
  graphql<T>(query: string, variables: object): Promise<T>;
  /** Sends bytes. `path` is a path of the API or an absolute address. */
  put(path: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Posts JSON and returns the successful response. */
  post(path: string, body: object): Promise<Response>;
}

export interface ApiClientOptions {
  apiUrl: string;
  /** Credentials: a device's Authorization, or a person's Cookie and Origin. */
  headers?: Record<string, string>;
  signal: AbortSignal;
  retryPolicy?: RetryPolicy;
}

/** A request without an answer within this time is sent again. */
const requestTimeoutMs = 30_000;

export function createApiClient(options: ApiClientOptions): ApiClient {
  const { apiUrl, headers = {}, signal, retryPolicy = deviceRetryPolicy } = options;

  const send = (
    path: string,
    request: RequestInit & { headers: Record<string, string> },
  ): Promise<Response> =>
    retry(
      async () => {
        const limits = AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs)]);
        const response = await fetch(new URL(path, apiUrl), {
          ...request,
          headers: { ...headers, ...request.headers },
          signal: limits,
        }).catch((cause: unknown) => {
          signal.throwIfAborted();
          throw new RetryableError(`no answer to ${request.method} ${path}`, { cause });
        });
        if (response.status === 429 || response.status >= 500)
          throw new RetryableError(
            `${request.method} ${path}: ${response.status} ${await reasonOf(response)}`,
            {
              retryAfterMs: retryAfterMs(response.headers.get('retry-after')),
            },
          );
        if (!response.ok)
          throw new ApiRefusal(
            response.status,
            `${request.method} ${path}: ${response.status} ${await textOf(response)}`,
          );
        return response;
      },
      retryPolicy,
      signal,
    );

  const post = (path: string, body: object): Promise<Response> =>
    send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });

  return {
    apiUrl,
    post,
    put: async (path, bytes, contentType) => {
      // fetch needs a buffer of its own: a pooled buffer may be shared with other data.
      const body = new Uint8Array(bytes);
      await send(path, { method: 'PUT', body, headers: { 'content-type': contentType } });
    },
    graphql: async <T>(query: string, variables: object): Promise<T> => {
      const response = await post('/graphql', { query, variables });
      const { data, errors } = (await response.json()) as { data?: T | null; errors?: { message: string }[] };
      if (errors?.length || !data)
        throw new ApiRefusal(200, errors?.map((e) => e.message).join('; ') ?? 'answer without data');
      return data;
    },
  };
}

/** Reads Retry-After, which is seconds or a date; null when the header is absent or invalid. */
function retryAfterMs(header: string | null): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.min(60_000, Math.max(0, ms)) : null;
}

/** Returns the sentence of a refusal, which is an error or the problem of a payload. */
async function reasonOf(response: Response): Promise<string> {
  const text = await textOf(response);
  return /"message":\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text;
}

const textOf = async (response: Response): Promise<string> =>
  (await response.text().catch(() => '')).slice(0, 1000);

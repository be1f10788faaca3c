import { apiOrigin } from '../env.ts';

/** Headers that belong to one connection (RFC 9110, 7.6.1) or that the HTTP client writes itself. */
const connectionHeaders = [
  'connection',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * Passes a request on to the API, body and answer streamed, cookies and redirects untouched.
 * Route handlers call it instead of rewrites in next.config.ts, because those are frozen when the app is built.
 */
export async function forwardToApi(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of connectionHeaders) headers.delete(name);
  // fetch would unpack a compressed answer and leave its content-encoding behind.
  headers.set('accept-encoding', 'identity');

  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers,
    body: request.body,
    duplex: 'half',
    redirect: 'manual',
    cache: 'no-store',
    signal: request.signal,
  };
  try {
    const answer = await fetch(new URL(pathname + search, apiOrigin()), init);
    const answerHeaders = new Headers(answer.headers);
    for (const name of connectionHeaders) answerHeaders.delete(name);
    return new Response(answer.body, { status: answer.status, headers: answerHeaders });
  } catch {
    return Response.json(
      { errors: [{ message: 'The API cannot be reached.', extensions: { code: 'API_UNREACHABLE' } }] },
      { status: 502 },
    );
  }
}

import { type NextRequest, NextResponse } from 'next/server';
import { isDevelopment } from './env.ts';

/** Prepares every page: a fresh nonce, the content security policy with it, and the path for the sign-in redirect. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID();
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce for its own scripts from this request header.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/**
 * Returns a policy that allows only this origin. Style *attributes* are allowed, since server-rendered sizes and positions
 * need them and they cannot load or run anything; style elements and scripts need the nonce. No
 * upgrade-insecure-requests: a store's own server on plain HTTP must work.
 */
function contentSecurityPolicy(nonce: string): string {
  const evalForStackTraces = isDevelopment() ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evalForStackTraces}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Excludes static files. Requests for the API never come here: `src/server/` forwards them. */
export const config = {
  matcher: ['/((?!_next/static|icon\\.svg).*)'],
};

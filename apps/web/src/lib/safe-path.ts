/** Returns a path of this app, or `/`: the `next` parameter must not lead to another site. */
export function safePath(path: string | null | undefined): string {
  if (!path?.startsWith('/')) return '/';
  const url = new URL(path, 'http://app.invalid');
  return url.host === 'app.invalid' && !url.pathname.startsWith('/sign-in') ? url.pathname + url.search : '/';
}

import { type Act, may } from '../auth/access-policy.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { ApiResponse } from './api-handler.ts';

/** Answers 401 or 403 and says true when the viewer may not do this. */
export function refuseUnless(viewer: Viewer, act: Act, response: ApiResponse): boolean {
  if (may(viewer, act)) return false;
  if (viewer.kind === 'NOBODY')
    response.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Sign in, or send a device key.' });
  else response.status(403).json({ error: 'This viewer may not do this.' });
  return true;
}

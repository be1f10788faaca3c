import { GoogleAuth } from 'google-auth-library';
import { toTokenFault } from './vertex-errors.ts';

const scope = 'https://www.googleapis.com/auth/cloud-platform';

export interface GoogleToken {
  /** Headers that authorise a request to `url`; the token behind them is kept until shortly before it ends. */
  headersFor(url: string): Promise<Record<string, string>>;
  /** Google refused the token: the next call gets a new one, from credentials that are read anew. */
  forget(): void;
}

/** Tokens of the application default credentials, or of the credentials file `keyFile`. */
export function createGoogleToken(keyFile?: string): GoogleToken {
  const open = () =>
    new GoogleAuth({ scopes: scope, ...(keyFile === undefined ? {} : { keyFilename: keyFile }) });
  let auth = open();
  return {
    async headersFor(url) {
      try {
        return Object.fromEntries(await auth.getRequestHeaders(url));
      } catch (error) {
        // The library keeps a client that failed to be made.
        auth = open();
        throw toTokenFault(error);
      }
    },
    forget() {
      auth = open();
    },
  };
}

import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiFault } from './api-fault.ts';
import { goToSignIn } from './go-to-sign-in.ts';

/**
 * Creates the cache of a tab. Faults that a retry cannot fix are shown at once; a lost session leads to the sign-in
 * page.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiFault && error.kind === 'UNAUTHENTICATED') goToSignIn();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 1_000,
        retry: (failures, error) => error instanceof ApiFault && error.kind === 'UNREACHABLE' && failures < 2,
        retryDelay: (failures) => 500 * 2 ** failures,
      },
    },
  });

import type { ApolloServerPlugin } from '@apollo/server';
import type { ApiContext } from '../context.ts';

/** What a request's HTTP answer says of waiting; resolvers write it, one object per request. */
export interface Waiting {
  /** Null: nothing has to wait. */
  retryAfterSeconds: number | null;
  /** Set when all that was asked for has to wait. */
  status: 429 | 503 | null;
}

export const nothingWaits = (): Waiting => ({ retryAfterSeconds: null, status: null });

/** Tells HTTP clients and proxies, which do not read GraphQL, when to come again: Retry-After, and 429 or 503. */
export const answerTryLater: ApolloServerPlugin<ApiContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue: { waiting }, response: { http } }) {
        if (waiting.retryAfterSeconds === null) return;
        http.headers.set('retry-after', String(waiting.retryAfterSeconds));
        if (waiting.status !== null) http.status = waiting.status;
      },
    };
  },
};

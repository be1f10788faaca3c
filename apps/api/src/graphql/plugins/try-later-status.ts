import type { ApolloServerPlugin } from '@apollo/server';
import type { ApiContext, Waiting } from '../../context.ts';

export const nothingWaits = (): Waiting => ({ retryAfterSeconds: null, fields: new Map() });

/**
 * Tells HTTP clients and proxies, which do not read GraphQL, when to come again: Retry-After, and 429 or 503 when nothing
 * of the request was done. When a part was done it stays 200, since strict clients drop the data of any other status.
 */
export const answerTryLater: ApolloServerPlugin<ApiContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue: { waiting }, response: { body, http } }) {
        if (waiting.retryAfterSeconds === null) return;
        http.headers.set('retry-after', String(waiting.retryAfterSeconds));
        if (body.kind !== 'single') return;
        const statuses = Object.keys(body.singleResult.data ?? {})
          .filter((field) => body.singleResult.data?.[field] !== 'Mutation')
          .map((field) => waiting.fields.get(field));
        // A quota passes sooner than an overload: the status with the wider meaning speaks for all.
        if (statuses.length > 0 && !statuses.includes(undefined))
          http.status = statuses.includes(503) ? 503 : 429;
      },
    };
  },
};

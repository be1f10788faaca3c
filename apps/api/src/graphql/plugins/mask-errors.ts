import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { type Log, parseTraceParent } from '@gondola/pipeline/telemetry';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { ApiContext } from '../../context.ts';
import { isTransient, transientMessage, transientRetryAfterSeconds } from '../../http/error-response.ts';

/** Errors that are the caller's and say so in their own words. */
const expectedCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  // Clients answer both with the query's text.
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const isExpected = ({ extensions }: { extensions?: { code?: unknown } | undefined }): boolean =>
  typeof extensions?.code === 'string' && expectedCodes.has(extensions.code);

/** Masks an unexpected error: the caller learns the trace id that finds it in the log, and whether to try again. */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (isExpected(formatted)) return formatted;
  const { path, extensions } = formatted;
  const transient = isTransient(unwrapResolverError(error));
  return {
    message: transient ? transientMessage : 'This failed inside Gondola. The trace id finds it in the log.',
    ...(path ? { path } : {}),
    extensions: {
      code: transient ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR',
      traceId: extensions?.traceId ?? null,
    },
  };
}

/**
 * Logs every unexpected error once, however many fields it hit, and marks it with the request's trace id. A request of
 * which nothing could be answered because of a transient error gets 503 and Retry-After.
 */
export const logUnexpectedErrors = (log: Log): ApolloServerPlugin<ApiContext> => ({
  async requestDidStart() {
    let transient = false;
    return {
      async didEncounterErrors({ errors, contextValue, operationName }) {
        for (const error of errors) if (isRefusalOfGraphql(error)) markBadRequest(error);
        const traceId = parseTraceParent(contextValue.traceParent)?.traceId;
        const causes = new Set<unknown>();
        for (const error of errors.filter((each) => !isExpected(each))) {
          Object.assign(error.extensions, { traceId });
          causes.add(causeOf(error));
        }
        for (const err of causes) log.error({ err, traceId, operationName }, 'a GraphQL request failed');
        transient ||= [...causes].some(isTransient);
      },
      // HTTP clients and proxies do not read GraphQL. What could be answered stays an answer, with the error beside it.
      async willSendResponse({ response: { body, http } }) {
        if (!transient || body.kind !== 'single') return;
        http.headers.set('retry-after', String(transientRetryAfterSeconds));
        if (!Object.values(body.singleResult.data ?? {}).some((field) => field !== null)) http.status = 503;
      },
    };
  },
  async unexpectedErrorProcessingRequest({ error }) {
    log.error({ err: error }, 'a GraphQL request could not be processed');
  },
});

/**
 * Returns true for what graphql-js or Apollo itself refuses, a subscription for instance: without a code, a cause or a
 * field. Faults of ours have the field where they happened, or the error that caused them.
 */
const isRefusalOfGraphql = ({ extensions, originalError, path }: GraphQLError): boolean =>
  extensions.code === undefined && originalError === undefined && path === undefined;

const markBadRequest = ({ extensions }: GraphQLError) =>
  Object.assign(extensions, { code: 'BAD_REQUEST', http: extensions.http ?? { status: 400 } });

const causeOf = (error: GraphQLError): unknown => error.originalError ?? error;

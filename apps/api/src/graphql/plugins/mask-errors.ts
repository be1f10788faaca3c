import type { ApolloServerPlugin } from '@apollo/server';
import { type Log, parseTraceParent } from '@gondola/pipeline/telemetry';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { ApiContext } from '../context.ts';

/** Errors that are the caller's and say so in their own words. */
const expectedCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'TRY_LATER',
]);

const isExpected = ({ extensions }: { extensions?: { code?: unknown } | undefined }): boolean =>
  typeof extensions?.code === 'string' && expectedCodes.has(extensions.code);

/** Says nothing of an unexpected error but the trace under which the log has it. */
export function maskError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (isExpected(formatted)) return formatted;
  const { path, extensions } = formatted;
  return {
    message: 'This failed inside Gondola. The trace id finds it in the log.',
    ...(path ? { path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: extensions?.traceId ?? null },
  };
}

/** Logs every unexpected error once, however many fields it hit, and marks it with the request's trace id. */
export const logUnexpectedErrors = (log: Log): ApolloServerPlugin<ApiContext> => ({
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue, operationName }) {
        const traceId = parseTraceParent(contextValue.traceParent)?.traceId;
        const causes = new Set<unknown>();
        for (const error of errors.filter((each) => !isExpected(each))) {
          Object.assign(error.extensions, { traceId });
          causes.add(causeOf(error));
        }
        for (const err of causes) log.error({ err, traceId, operationName }, 'a GraphQL request failed');
      },
    };
  },
  async unexpectedErrorProcessingRequest({ error }) {
    log.error({ err: error }, 'a GraphQL request could not be processed');
  },
});

const causeOf = (error: GraphQLError): unknown => error.originalError ?? error;

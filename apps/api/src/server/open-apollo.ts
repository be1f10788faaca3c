import type { Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { Log } from '@gondola/pipeline/telemetry';
import type { ApiContext } from '../context.ts';
import { schema } from '../schema/index.ts';
import { answerTryLater } from './answer-try-later.ts';
import { logUnexpectedErrors, maskError } from './mask-errors.ts';
import { queryLimits } from './query-limits.ts';

/** The introspection query has about 500 tokens, the longest of the web app's fewer. */
const mostTokens = 2_000;
/** Fields of a query after its fragments are spread out. */
const mostSelections = 5_000;
/** How long requests in flight may take once the process is told to stop. */
const drainMs = 8_000;

/** Apollo on our schema: limits on what a query may be, no landing page, no batches, masked errors. */
export function openApollo(options: {
  httpServer: Server;
  introspection: boolean;
  log: Log;
}): ApolloServer<ApiContext> {
  const { httpServer, introspection, log } = options;
  return new ApolloServer<ApiContext>({
    schema,
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: mostTokens },
    maxRecursiveSelections: mostSelections,
    validationRules: [queryLimits],
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: maskError,
    logger: {
      debug: (message) => log.debug(message),
      info: (message) => log.info(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: drainMs }),
      logUnexpectedErrors(log),
      answerTryLater,
    ],
  });
}

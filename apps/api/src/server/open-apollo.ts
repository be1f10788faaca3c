import type { Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { Log } from '@gondola/pipeline/telemetry';
import type { ApiContext } from '../context.ts';
import { landingPage } from '../graphql/plugins/landing-page.ts';
import { logUnexpectedErrors, maskError } from '../graphql/plugins/mask-errors.ts';
import { queryLimits } from '../graphql/plugins/query-limits.ts';
import { answerTryLater } from '../graphql/plugins/try-later-status.ts';
import { schema } from '../schema.ts';

/** The introspection query has about 500 tokens, the longest of the web app's fewer. */
const mostTokens = 2_000;
/** Fields of a query after its fragments are spread out. */
const mostSelections = 5_000;
/** How long requests in flight may take once the process is told to stop. */
const drainMs = 8_000;

/** Apollo on our schema: limits on what a query may be, persisted queries, no batches, masked errors. */
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
    stopOnTerminationSignals: false,
    formatError: maskError,
    logger: {
      debug: (message) => log.debug(message),
      info: (message) => log.info(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    plugins: [
      landingPage({ introspection }),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: drainMs }),
      logUnexpectedErrors(log),
      answerTryLater,
    ],
  });
}

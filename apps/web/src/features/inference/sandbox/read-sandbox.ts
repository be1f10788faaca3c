import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ReadSandboxQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

export type SandboxProvider = NonNullable<ReadSandboxQuery['sandbox']>['providers'][number];

const document = graphql(`
  query ReadSandbox {
    sandbox { url problem providers { provider calls fault setFault isOn } }
  }
`);

/** Reads the sandbox cloud of development and the demo; null where there is none. */
export const sandboxQuery = queryOptions({
  queryKey: ['inference', 'sandbox'],
  queryFn: ({ signal }) => execute(document, {}, signal).then(({ sandbox }) => sandbox),
  refetchInterval: (query) => (query.state.data === null ? 60_000 : 4_000),
});

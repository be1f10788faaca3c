import SchemaBuilder from '@pothos/core';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import { type Act, may } from '../auth/access-policy.ts';
import type { ApiContext } from '../context.ts';
import { requestError } from '../errors/request-error.ts';
import { dateTime } from './date-time.ts';
import { answerLimit } from './plugins/limit-response-size.ts';
import { unstorableText } from './plugins/refuse-unstorable-text.ts';

interface ApiSchemaTypes {
  Context: ApiContext;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  AuthScopes: { may: Act };
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    JSON: { Input: unknown; Output: unknown };
  };
}

/** Every type and field hangs on this; fields are non-null unless they say otherwise. */
export const builder = new SchemaBuilder<ApiSchemaTypes>({
  plugins: [unstorableText, answerLimit, ScopeAuthPlugin, RelayPlugin, DataloaderPlugin],
  defaultFieldNullability: false,
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    edgesFieldOptions: { nullable: { list: false, items: false } },
    nodeFieldOptions: { nullable: false },
  },
  scopeAuth: {
    authScopes: ({ viewer }) => ({ may: (act) => may(viewer, act) }),
    unauthorizedError: (_parent, { viewer }) =>
      viewer.kind === 'NOBODY'
        ? requestError('UNAUTHENTICATED', 'Sign in, or send a device key.')
        : requestError('FORBIDDEN', 'This viewer may not do this.'),
  },
});

builder.scalarType('DateTime', dateTime);
builder.scalarType('JSON', {
  description: 'Any JSON value.',
  serialize: (value) => value,
  parseValue: (value) => value,
});
builder.queryType();
builder.mutationType();

import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { requestError } from '../../errors/request-error.ts';
import { findUnstorableText } from '../../errors/unstorable-text.ts';

/** The name under which the builder knows this plugin. */
export const unstorableText = 'unstorableText';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      unstorableText: RefuseUnstorableText<Types>;
    }
  }
}

/** Its payloads are raw: the schema gate sets bad text aside with a reason instead of refusing the whole batch. */
const fieldsThatTakeRawPayloads: readonly string[] = ['captureSubmit'];

/**
 * Every field that takes arguments refuses text with NUL, which Postgres cannot store, and half surrogate pairs,
 * which it would silently change. Otherwise any string argument would be a way to an internal error.
 */
class RefuseUnstorableText<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (Object.keys(field.args).length === 0 || fieldsThatTakeRawPayloads.includes(field.name))
      return resolve;
    return (parent, args, context, info) => {
      const path = findUnstorableText(args, '');
      if (path !== null)
        throw requestError('BAD_USER_INPUT', `${path} holds a NUL or half of a surrogate pair.`);
      return resolve(parent, args, context, info);
    };
  }
}

SchemaBuilder.registerPlugin(unstorableText, RefuseUnstorableText);

import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { requestError } from './request-error.ts';

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

/** Text that the database keeps as it is. */
export const isStorableText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** The path of the first text that the database would refuse or change; null when there is none. */
export function findUnstorableText(value: unknown, path: string): string | null {
  if (typeof value === 'string') return isStorableText(value) ? null : path;
  if (typeof value !== 'object' || value === null || value instanceof Date) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = findUnstorableText(item, path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

SchemaBuilder.registerPlugin(unstorableText, RefuseUnstorableText);

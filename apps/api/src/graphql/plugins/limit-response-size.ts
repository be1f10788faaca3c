import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { requestError } from '../../errors/request-error.ts';

/** The name under which the builder knows this plugin. */
export const answerLimit = 'answerLimit';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      answerLimit: LimitAnswer<Types>;
    }
  }
}

/** A page of 200 captures with 60 positions each and their facings is about 40,000; memory bears ten times that. */
const mostListItems = 100_000;

/**
 * Counts the items of all lists in an answer while it is made and stops it when they are too many. What a query
 * costs depends on the data (bays of a version, positions of a bay), so it is counted, not guessed beforehand.
 */
class LimitAnswer<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (field.type.kind !== 'List') return resolve;
    return async (parent, args, context, info) => {
      const items: unknown = await resolve(parent, args, context, info);
      if (Array.isArray(items)) count(context, items.length);
      return items;
    };
  }
}

const counted = new WeakMap<object, number>();

function count(context: object, items: number): void {
  const sum = (counted.get(context) ?? 0) + items;
  counted.set(context, sum);
  if (sum > mostListItems)
    throw requestError(
      'BAD_USER_INPUT',
      `The answer has more than ${mostListItems} list items: ask for less at once.`,
    );
}

SchemaBuilder.registerPlugin(answerLimit, LimitAnswer);

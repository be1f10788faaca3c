import { GraphQLDateTime } from 'graphql-scalars';
import { requestError } from './request-error.ts';

/** RFC 3339 in, UTC out, within the years that both JavaScript and Postgres can write down. */
export const dateTime = {
  description: 'An instant: RFC 3339 with offset in, UTC out.',
  serialize: (value: Date) => value.toISOString(),
  parseValue(value: unknown): Date {
    const instant = GraphQLDateTime.parseValue(value);
    const year = instant.getUTCFullYear();
    if (!(year >= 1 && year <= 9999))
      throw requestError('BAD_USER_INPUT', 'A DateTime has a year from 1 to 9999.');
    return instant;
  },
};

import { GraphQLDateTime } from 'graphql-scalars';
import { requestError } from '../errors/request-error.ts';

/** RFC 3339 in, UTC out, within the years that both JavaScript and Postgres can write down. */
export const dateTime = {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  description: 'An instant in RFC 3339. Inputs need an offset; results are in UTC.',
  serialize: (value: Date) => value.toISOString(),
  parseValue(value: unknown): Date {
    const instant = GraphQLDateTime.parseValue(value);
    const year = instant.getUTCFullYear();
    if (!(year >= 1 && year <= 9999))
      throw requestError('BAD_USER_INPUT', 'A DateTime has a year from 1 to 9999.');
    return instant;
  },
};

import type { UserErrorShape } from '../graphql/errors/problem.ts';

export const breakerUnknown: UserErrorShape = {
  code: 'BREAKER_UNKNOWN',
  message: 'There is no breaker of this name.',
  field: ['name'],
};

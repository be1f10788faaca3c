import type { UserErrorShape } from '../graphql/errors/problem.ts';

export const versionUnknown: UserErrorShape = {
  code: 'VERSION_UNKNOWN',
  message: 'There is no planogram version of this id.',
};

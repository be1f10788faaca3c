import type { UserErrorShape } from '../graphql/errors/problem.ts';

/** Returns an error that names the first few of the codes that no row has. */
export function unknownCodesError(
  code: string,
  noun: string,
  unknown: readonly string[],
  field: string,
): UserErrorShape {
  const named = unknown.slice(0, 5).map((one) => `"${one}"`);
  const more = unknown.length > named.length ? ` and ${unknown.length - named.length} more` : '';
  return { code, message: `There is no ${noun} ${named.join(', ')}${more}.`, field: [field] };
}

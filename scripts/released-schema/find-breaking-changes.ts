import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/**
 * Returns the changes that break a client of the released schema, each as a line for the changelog, sorted. A new enum
 * value or a new optional argument is no such change.
 */
export async function findBreakingChanges(released: string, present: string): Promise<string[]> {
  const changes = await diff(buildSchema(released), buildSchema(present));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message, path }) => `- Breaking: ${message.replaceAll("'", '`')}${path ? ` (\`${path}\`)` : ''}`)
    .toSorted();
}

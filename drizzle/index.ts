export { effectiveTakenAt } from './effective-taken-at.ts';
export { isTransientDatabaseError } from './is-transient-database-error.ts';
export { namedQuery } from './named-query.ts';
export { type Database, type OpenDatabase, openDatabase, type Transaction } from './open-database.ts';
export * from './schema/index.ts';
export * as schema from './schema/index.ts';

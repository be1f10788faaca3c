export { type Database, type OpenDatabase, openDatabase, type Transaction } from './open-database.ts';
export * from './schema/index.ts';
export * as schema from './schema/index.ts';

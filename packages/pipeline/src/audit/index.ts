/** Light entry point to the audit log, which records actor, action and object. */

export { actOnRecord } from './act-on-record.ts';
export { type Actor, actorNamed } from './actor.ts';
export { recordAudit } from './record-audit.ts';

/**
 * Returns true when an error at any depth of its causes says that the database was lost or cancelled the work. The same
 * work may succeed on the next connection.
 */
export function isTransientDatabaseError(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && transientCodes.test(code)) return true;
    if (transientMessages.test(cause.message)) return true;
  }
  return false;
}

/**
 * Node's socket errors, and PostgreSQL's classes of transient errors (appendix A of its manual): 08 connection, 40 rolled
 * back because of another transaction (deadlock, serialisation), 53 out of resources, 55P03 lock not available, 57P
 * operator intervention, 25P03 idle in transaction for too long.
 */
const transientCodes =
  /^(E(?:CONN|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)\w*|08\w{3}|40\w{3}|53\w{3}|55P03|57P\w{2}|25P03)$/;

/** Messages of node-postgres errors without a code. */
const transientMessages =
  /^Connection terminated|^Client has encountered a connection error|timeout exceeded when trying to connect/;

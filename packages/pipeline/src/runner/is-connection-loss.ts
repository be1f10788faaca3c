/**
 * True when an error says that the database went away or called the work off, whoever wraps it: nothing is then
 * known about the capture, and the work may well succeed on the next connection.
 */
export function isConnectionLoss(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && passingCodes.test(code)) return true;
    if (passingWords.test(cause.message)) return true;
  }
  return false;
}

/**
 * Node's socket errors, and PostgreSQL's classes of errors that pass (appendix A): 08 connection, 40 rolled back for
 * another's sake (deadlock, serialisation), 53 out of resources, 55P03 lock not to be had, 57P administrator's stop.
 */
const passingCodes =
  /^(E(?:CONN|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)\w*|08\w{3}|40\w{3}|53\w{3}|55P03|57P\w{2}|25P03)$/;

/** What node-postgres says without a code. */
const passingWords =
  /^Connection terminated|^Client has encountered a connection error|timeout exceeded when trying to connect/;

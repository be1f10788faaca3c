/**
 * Returns the message of an error with the whole chain of its causes, a line each: the outer message often says only what
 * was tried. A message that its cause repeats is said once.
 */
export function describeError(error: unknown): string {
  const lines: string[] = [];
  for (let cause = error; cause !== undefined && cause !== null; cause = causeOf(cause)) {
    const message = messageOf(cause).trim();
    if (message && !lines.some((line) => line.includes(message))) lines.push(message);
    if (lines.length === maxLines) break;
  }
  return lines.join('\n  because: ') || 'It gave no reason.';
}

/** Deeper chains are loops or say the same again. */
const maxLines = 8;

const causeOf = (error: unknown): unknown => {
  if (error instanceof AggregateError && error.message === '') return error.errors[0];
  return error instanceof Error ? error.cause : undefined;
};

/** A statement may be long, and its parameters may be private. */
const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const failedQuery = /^Failed query: ([\s\S]*?)\nparams:/.exec(error.message)?.[1];
  return failedQuery === undefined
    ? error.message
    : `A query failed: ${failedQuery.replaceAll(/\s+/g, ' ').slice(0, 120)}`;
};

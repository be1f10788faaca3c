/** Returns how a process ended, in words. */
export function describeEnd(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === 'SIGKILL')
    return 'SIGKILL: somebody killed it, or the system did because memory ran out; dmesg then says so';
  return signal ?? `code ${code}`;
}

import { objectFault } from './object-fault.ts';

/** Awaits work on the disk and rethrows its errors as Faults. */
export async function withDiskFaults<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw objectFault(error);
  }
}

/** Returns null for an absent file and rethrows other errors; for `.catch`. */
export function nullWhenAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

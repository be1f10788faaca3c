import { objectFault } from './object-fault.ts';

/** Errors of the disk as Faults. */
export async function onDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw objectFault(error);
  }
}

/** For `.catch`: what is not there is null, everything else is thrown on. */
export function nullWhenAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

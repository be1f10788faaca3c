import { s3Fault } from './s3-fault.ts';

/** Awaits work on S3 and rethrows its errors as Faults. */
export async function withS3Faults<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw s3Fault(error);
  }
}

import { median } from '@gondola/pipeline/math';

/** Returns the median of a benchmark's rounds; NaN without any, which no goal meets. */
export const medianOf = (values: readonly number[] = []): number => median(values) ?? Number.NaN;

import { z } from 'zod';
import { planogramLimits } from './limits.ts';

/** Rejects NUL and half a surrogate pair, which Postgres cannot store and no label needs. */
const storable = (text: string) => text.isWellFormed() && !text.includes('\u0000');
const storableRule = {
  error: 'holds a NUL character or half a surrogate pair',
  params: { code: 'TEXT_INVALID' },
};

const text = (maxLength: number) => z.string().trim().min(1).max(maxLength).refine(storable, storableRule);

export const id = () => text(planogramLimits.idLength);
export const name = () => text(planogramLimits.nameLength);

/** Declares a length in the file's unit, greater than 0. */
export const size = () => z.number().positive().max(planogramLimits.size);
/** Declares a coordinate in the file's unit. */
export const coordinate = () => z.number().min(-planogramLimits.size).max(planogramLimits.size);

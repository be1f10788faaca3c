import { z } from 'zod';
import { planogramLimits } from './limits.ts';

/** Postgres stores neither NUL nor half a surrogate pair, and no label ever needs one. */
const storable = (text: string) => text.isWellFormed() && !text.includes('\u0000');
const storableRule = {
  error: 'holds a NUL character or half a surrogate pair',
  params: { code: 'TEXT_INVALID' },
};

const text = (maxLength: number) => z.string().trim().min(1).max(maxLength).refine(storable, storableRule);

export const id = () => text(planogramLimits.idLength);
export const name = () => text(planogramLimits.nameLength);

/** A length in the file's unit: more than nothing. */
export const size = () => z.number().positive().max(planogramLimits.size);
/** A place in the file's unit. */
export const coordinate = () => z.number().min(-planogramLimits.size).max(planogramLimits.size);

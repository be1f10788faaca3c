import type { UserErrorShape } from './problem.ts';

/** Characters. Codes and names stand in lists, on labels and in unique indexes, whose entries are bounded. */
const limits = { code: 64, label: 128, name: 200, note: 2000, aisle: 64, catalog: 64 } as const;

/** What is wrong with the texts of an input: blank ones and too long ones. Absent texts are not looked at. */
export function findTextErrors(
  texts: Partial<Record<string, { value: string | null | undefined; limit: keyof typeof limits }>>,
): UserErrorShape[] {
  return Object.entries(texts).flatMap(([field, text]): UserErrorShape[] => {
    if (typeof text?.value !== 'string') return [];
    const { value, limit } = text;
    if (value.trim() === '') return [{ code: 'FIELD_BLANK', message: `${field} is blank.`, field: [field] }];
    const longest = limits[limit];
    if (value.length <= longest) return [];
    return [
      { code: 'FIELD_TOO_LONG', message: `${field} has more than ${longest} characters.`, field: [field] },
    ];
  });
}

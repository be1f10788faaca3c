import { z } from 'zod';
import type { PayloadFact } from '../payload.ts';

/** One edition of what devices send, in a file of its own. */
export interface PayloadVersion {
  version: number;
  /** What each fact is called here, as dotted names; a fact that is split over two fields has both. */
  names: Readonly<Record<PayloadFact, readonly string[]>>;
  /** All fields by their place: nested objects hold their own. */
  fields: FieldTree;
  parse(raw: object): { parsed: unknown } | { issues: readonly z.core.$ZodIssue[] };
  /** Makes a parsed payload one of the next version; of the newest version, the program's own `Payload`. Never fails. */
  upgrade(parsed: unknown): unknown;
}

export type FieldTree = ReadonlyMap<string, FieldTree | null>;

/** Binds a version's schema and its upgrade step together, so that the step knows what it gets. */
export function definePayloadVersion<Schema extends z.ZodObject>(definition: {
  version: number;
  schema: Schema;
  names: PayloadVersion['names'];
  upgrade: (parsed: z.output<Schema>) => unknown;
}): PayloadVersion {
  const { version, schema, names, upgrade } = definition;
  return {
    version,
    names,
    fields: fieldsOf(schema),
    parse(raw) {
      const result = schema.safeParse(raw);
      return result.success ? { parsed: result.data } : { issues: result.error.issues };
    },
    upgrade: (parsed) => upgrade(parsed as z.output<Schema>),
  };
}

const fieldsOf = (schema: z.ZodObject): FieldTree =>
  new Map(
    Object.entries(schema.shape).map(([name, field]) => [
      name,
      field instanceof z.ZodObject ? fieldsOf(field) : null,
    ]),
  );

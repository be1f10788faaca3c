import { z } from 'zod';
import type { PayloadFact } from '../payload.ts';

/** One version of the payload schema, in a file of its own. */
export interface PayloadVersion {
  version: number;
  /** The field names of each fact in this version, dotted; a fact that is split over two fields has both. */
  names: Readonly<Record<PayloadFact, readonly string[]>>;
  /** All fields by name; nested objects hold their own fields. */
  fields: FieldTree;
  parse(raw: object): { parsed: unknown } | { issues: readonly z.core.$ZodIssue[] };
  /** Converts a parsed payload to the next version; the newest version converts to `Payload`. Never fails. */
  upgrade(parsed: unknown): unknown;
}

export type FieldTree = ReadonlyMap<string, FieldTree | null>;

/** Combines a schema with its upgrade step, so that the step gets the parsed type. */
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

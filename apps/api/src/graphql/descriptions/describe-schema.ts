import type { GraphQLField, GraphQLInputField, GraphQLSchema } from 'graphql';

/** What a caller reads of a type (`Capture`), a field (`Capture.aisle`), an argument (`Query.captures(filter)`) or an enum's value (`CaptureState.SCORED`). */
export type Descriptions = Readonly<Record<string, string>>;

/** Something of a schema that can have a description, by its coordinate. */
export interface Described {
  coordinate: string;
  element: { description?: string | null | undefined };
}

/** Lists the types, fields, arguments and enum values of a schema, without what GraphQL itself defines. */
export function listDescribable(schema: GraphQLSchema): Described[] {
  const own = Object.values(schema.getTypeMap()).filter(({ name }) => !isBuiltIn(name));
  return own.flatMap((type): Described[] => {
    const values = 'getValues' in type ? type.getValues() : [];
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    return [
      { coordinate: type.name, element: type },
      ...values.map((value) => ({ coordinate: `${type.name}.${value.name}`, element: value })),
      ...fields.flatMap((field: GraphQLField<unknown, unknown> | GraphQLInputField) => {
        const coordinate = `${type.name}.${field.name}`;
        const args = 'args' in field ? field.args : [];
        return [
          { coordinate, element: field },
          ...args.map((arg) => ({ coordinate: `${coordinate}(${arg.name})`, element: arg })),
        ];
      }),
    ];
  });
}

const isBuiltIn = (name: string): boolean =>
  name.startsWith('__') || ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name);

/**
 * Writes descriptions into a schema and returns it. A description that stands beside its field's code stays; `byRule`
 * describes what is the same everywhere, such as `userErrors`.
 *
 * @throws Error when a coordinate names nothing, or something that its code describes already.
 */
export function describeSchema(
  schema: GraphQLSchema,
  descriptions: Descriptions,
  byRule: (coordinate: string) => string | null,
): GraphQLSchema {
  const elements = new Map(listDescribable(schema).map(({ coordinate, element }) => [coordinate, element]));
  for (const [coordinate, text] of Object.entries(descriptions)) {
    const element = elements.get(coordinate);
    if (!element) throw new Error(`There is no ${coordinate} to describe.`);
    if (element.description) throw new Error(`${coordinate} has two descriptions.`);
    element.description = text;
  }
  for (const [coordinate, element] of elements) element.description ??= byRule(coordinate);
  return schema;
}

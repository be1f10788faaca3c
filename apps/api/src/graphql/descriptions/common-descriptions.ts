/** By the end of a coordinate. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/^PermissionAct\.\w+$/, 'Allows the mutation, list or route of this name.'],
  [/^\w+Connection$/, 'One page of a list, with the cursors to ask for the next.'],
  [/^\w+Edge$/, 'An item of a page, with its cursor.'],
  [/Connection\.edges$/, 'The items of this page, in the order of the list.'],
  [/Connection\.pageInfo$/, 'Where this page begins and ends, and whether more follows.'],
  [/Connection\.totalCount$/, 'How many items the whole list has, on all its pages.'],
  [/Edge\.node$/, 'The item.'],
  [/Edge\.cursor$/, 'The place of the item in the list, to be passed as `after` or `before`.'],
  [/^PageInfo$/, 'Where a page begins and ends, and whether more follows.'],
  [/^PageInfo\.hasNextPage$/, 'True when items follow this page.'],
  [/^PageInfo\.hasPreviousPage$/, 'True when items precede this page.'],
  [/^PageInfo\.startCursor$/, 'The cursor of the first item; null on an empty page.'],
  [/^PageInfo\.endCursor$/, 'The cursor of the last item; null on an empty page.'],
  [/\(first\)$/, 'The number of items from the beginning or after `after`: 50 by default, 200 at most.'],
  [/\(last\)$/, 'The number of items from the end or before `before`, instead of `first`.'],
  [/\(after\)$/, 'The cursor after which the page begins.'],
  [/\(before\)$/, 'The cursor before which the page ends.'],
  [/\(filter\)$/, 'Conditions that items must meet; without a filter the list is complete.'],
  [/\(input\)$/, 'The arguments of the operation, as one object.'],
  [
    /Payload$/,
    'The result of the mutation: the object as it is now, or the reasons why nothing was changed.',
  ],
  [/Payload\.userErrors$/, 'Problems that the caller can correct; empty when the mutation took effect.'],
  [/Input$/, 'The arguments of the mutation of this name.'],
  [/Input\.id$/, 'The global id of the object to change, or its bare UUID.'],
  [
    /Filter$/,
    'Conditions of a list, which are joined by “and”. Conditions that are left out or null do not narrow the list.',
  ],
  [/Filter\.storeCode$/, 'Only items of the store with this code.'],
  [/Filter\.aisle$/, 'Only items of bays with this aisle coordinate, in any spelling of it.'],
  [/^UserError$/, 'A reason why a mutation changed nothing, which the caller can correct.'],
  [/^UserError\.code$/, 'The machine-readable reason in capitals, such as `STORE_UNKNOWN`.'],
  [/^UserError\.message$/, 'The reason as a sentence for people.'],
  [
    /^UserError\.field$/,
    'The path of the input field, such as `["entries", "3", "kind"]`; null when no single field is the cause.',
  ],
  [/^Problem\.path$/, 'The place: a JSON path such as `$.photo.width`, or line and column of a text file.'],
  [/^Problem\.code$/, 'The machine-readable problem in capitals, such as `FIELD_MISSING`.'],
  [/^Problem\.message$/, 'The problem as a sentence for people.'],
  [/^Query\.node\(id\)$/, 'The global id of the object.'],
  [
    /^Query$/,
    'The read operations. The access policy is asked for each field; lists leave out objects of other stores for devices.',
  ],
  [
    /^Mutation$/,
    'The write operations. Each one is applied as a whole, and acts of people are recorded in the audit log.',
  ],
  [/^Node$/, 'An object that `node` finds by its global id.'],
  [/\.id$/, 'A permanent identifier of the object. Callers must not interpret the text.'],
];

/** Returns the description of what is the same everywhere in the schema; null for everything else. */
export function describeByRule(coordinate: string): string | null {
  return rules.find(([pattern]) => pattern.test(coordinate))?.[1] ?? null;
}

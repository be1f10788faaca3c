/** Returns the entry of a map for a code from outside its vocabulary; undefined for a code that the map lacks. */
export const labelOf = <Code extends string, Label>(
  labels: Record<Code, Label>,
  code: string,
): Label | undefined => (Object.hasOwn(labels, code) ? labels[code as Code] : undefined);

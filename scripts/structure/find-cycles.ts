/** A directed graph: what each node points to. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Returns the groups of nodes that reach each other (Tarjan 1972), each of at least two nodes, in order of name. */
export function findCycles(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const cycles: string[][] = [];

  const visit = (node: string): number => {
    const own = order.size;
    order.set(node, own);
    low.set(node, own);
    path.push(node);
    onPath.add(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) low.set(node, Math.min(low.get(node) ?? own, visit(next)));
      else if (onPath.has(next)) low.set(node, Math.min(low.get(node) ?? own, order.get(next) ?? own));
    }
    const lowest = low.get(node) ?? own;
    if (lowest === own) {
      const group = path.splice(path.lastIndexOf(node));
      for (const member of group) onPath.delete(member);
      if (group.length > 1) cycles.push(group.sort());
    }
    return lowest;
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return cycles.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''));
}

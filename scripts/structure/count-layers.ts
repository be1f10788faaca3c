import type { Graph } from './find-cycles.ts';

/** Returns how many layers a graph without cycles has: the number of nodes on its longest path. */
export function countLayers(graph: Graph): number {
  const depths = new Map<string, number>();
  const depthOf = (node: string): number => {
    const known = depths.get(node);
    if (known !== undefined) return known;
    depths.set(node, 0); // A cycle would come back here; it is reported elsewhere.
    const depth = 1 + Math.max(0, ...[...(graph.get(node) ?? [])].map(depthOf));
    depths.set(node, depth);
    return depth;
  };
  return Math.max(0, ...[...graph.keys()].map(depthOf));
}

import { fileURLToPath } from 'node:url';

/** Arguments of Node that start `entry`, with the injections (module paths relative to `drills/`) in the process. */
export function startArguments(injections: readonly string[], entry: string): string[] {
  if (injections.length === 0) return [entry];
  const urls = injections.map((module) => new URL(`../${module}`, import.meta.url).href);
  return [fileURLToPath(new URL('./start-with.ts', import.meta.url)), urls.join(','), entry];
}

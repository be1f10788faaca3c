import type { Import } from './read-imports.ts';

/**
 * Returns the imports from one feature of the web app into another, and those from below the features into one. Pages in
 * `app/` compose features; what two features need lies in `shelf-view/`, `ui/`, `labels/` or `lib/`.
 */
export function findCrossFeatureImports(imports: readonly Import[]): Import[] {
  return imports.filter(({ from, to }) => {
    const target = featureOf(to);
    return target !== null && featureOf(from) !== target && !from.startsWith('apps/web/src/app/');
  });
}

const featureOf = (file: string): string | null =>
  /^apps\/web\/src\/features\/([^/]+)\//.exec(file)?.[1] ?? null;

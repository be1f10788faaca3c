'use client';
import { createContext, useContext } from 'react';
import type { ReadViewerQuery } from '../generated/graphql.ts';

export type Viewer = ReadViewerQuery['viewer'];

export const ViewerContext = createContext<Viewer | null>(null);

/** Returns the signed-in person; only below the app's shell. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer needs the shell above it');
  return viewer;
}

'use client';
import { createContext, useContext } from 'react';
import type { ReadViewerQuery } from '../generated/graphql.ts';

export type Viewer = ReadViewerQuery['viewer'];

export const ViewerContext = createContext<Viewer | null>(null);

/** The person who is signed in; only below the app's shell. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer needs the shell above it');
  return viewer;
}

/** Payloads can hold what a store would not tell an analyst. */
export const mayReadPayloads = (viewer: Viewer): boolean => viewer.role !== 'ANALYST' && viewer.role !== null;

/** Drift is released by those who answer for planograms. */
export const mayReleaseDrift = (viewer: Viewer): boolean =>
  viewer.role === 'CATEGORY_MANAGER' || viewer.role === 'ADMIN';

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

/** Whoever acts on what the pipeline shows: asks for new photos, takes requests back, answers alerts. */
export const mayReview = (viewer: Viewer): boolean => viewer.role !== 'ANALYST' && viewer.role !== null;

/** What a photo must be like is set by those who run the pipeline. */
export const maySetQualityRules = (viewer: Viewer): boolean =>
  viewer.role === 'OPERATOR' || viewer.role === 'ADMIN';

'use client';
import type { ReactNode } from 'react';
import { type Viewer, ViewerContext } from '../lib/viewer.ts';

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

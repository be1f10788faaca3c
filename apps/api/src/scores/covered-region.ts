import { builder } from '../graphql/builder.ts';

/** A part of the photo in which something stands before the bay. */
export interface ReadCoveredRegion {
  outlines: number[][];
}

export const CoveredRegion = builder.objectRef<ReadCoveredRegion>('CoveredRegion').implement({
  description: 'A part of the photo in which something stands between the camera and the shelf.',
  fields: (t) => ({
    outlines: t.field({
      type: t.listRef(t.listRef('Float')),
      description:
        'Closed outlines, each x, y, x, y, ... in 0..1 of the oriented photo; they may reach beyond it. A point is covered when it lies within an odd number of them.',
      resolve: ({ outlines }) => outlines,
    }),
  }),
});

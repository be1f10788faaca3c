import type { Random } from '../../random.ts';

/** Kinds of things that stand between the camera and a shelf. */
export const occluderKinds = ['person', 'pallet', 'blind', 'trolley', 'hand'] as const;
export type OccluderKind = (typeof occluderKinds)[number];

/** The picture that an occluder is drawn into, in pixels. */
export interface OccluderScene {
  width: number;
  height: number;
  /** Pixels of one millimetre at the bay's front. Things before the bay are larger. */
  pxPerMm: number;
  /** The bay's face: left, top, right, bottom. */
  bay: { left: number; top: number; right: number; bottom: number };
  /** Pictures of packs as data URIs, for trolleys and pallets. */
  packs: readonly PackPicture[];
}

export interface PackPicture {
  href: string;
  widthMm: number;
  heightMm: number;
}

/** Draws one kind: the content of an SVG of the scene's size. Opaque pixels hide the shelf. */
export type DrawOccluder = (scene: OccluderScene, random: Random) => string;

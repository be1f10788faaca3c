import type { PackShape } from '../art/pack-design.ts';
import type { FlavourName } from './flavours.ts';

/** A brand's line of variants: one pack, many flavours. In millimetres. Every brand is invented. */
export interface Range {
  brand: string;
  noun: string;
  shape: PackShape;
  widthMm: number;
  heightMm: number;
  depthMm: number;
  size: string;
  hue: number;
  flavours: readonly FlavourName[];
  /** Units on top of each other. */
  stack?: number;
}

/** The products of a bay and their distribution over its shelves. */
export interface Assortment {
  category: string;
  /** Two digits that separate the category's article numbers from those of other categories. */
  code: string;
  bayWidthMm: number;
  /** From the bottom up: the ranges of each shelf. */
  shelves: readonly (readonly Range[])[];
}

export const range = (
  brand: string,
  noun: string,
  shape: PackShape,
  [widthMm, heightMm, depthMm]: [number, number, number],
  size: string,
  hue: number,
  flavours: readonly FlavourName[],
  stack = 1,
): Range => ({ brand, noun, shape, widthMm, heightMm, depthMm, size, hue, flavours, stack });

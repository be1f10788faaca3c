import { builder } from '../builder.ts';
import {
  facingsFound,
  type ReadCandidate,
  type ReadFacing,
  type ReadSight,
  type ReadTag,
  sightsFoundBy,
} from '../queries/read-evidence.ts';
import { ProductNode } from './nodes.ts';

export const Candidate = builder.objectRef<ReadCandidate>('Candidate').implement({
  fields: (t) => ({
    product: t.field({ type: ProductNode, resolve: ({ productId }) => productId }),
    score: t.exposeFloat('score', { description: '0..1, comparable only within one place.' }),
  }),
});

const FacingFoundEnum = builder.enumType('FacingFound', { values: facingsFound });
const SightFoundByEnum = builder.enumType('SightFoundBy', {
  description: 'place: where it is planned. shelf: by a search along the shelf, off the planned places.',
  values: sightsFoundBy,
});

const PlaceSight = builder.objectRef<ReadSight>('PlaceSight').implement({
  description:
    'How a tier that looks place by place judged one. Shares are of recognised packs of the photo.',
  fields: (t) => ({
    compared: t.exposeInt('compared', { description: 'Products held against the place.' }),
    likeness: t.exposeFloat('likeness', {
      nullable: true,
      description: 'Of the best one: 1 is a typical right pack of this photo. Null: none to compare.',
    }),
    needed: t.exposeFloat('needed', { description: 'The likeness that it had to reach.' }),
    lead: t.exposeFloat('lead', { nullable: true, description: 'How far ahead of the next product.' }),
    contrast: t.exposeFloat('contrast', { description: 'Of the print; an empty place shows little.' }),
    brightness: t.exposeFloat('brightness'),
    colour: t.exposeFloat('colour', { description: 'Distance from grey, in Lab units.' }),
    colourVariation: t.exposeFloat('colourVariation', { description: 'Down the place, in Lab units.' }),
    occupancy: t.exposeFloat('occupancy', { description: '0..1: that a pack front shows at all.' }),
    foundBy: t.expose('foundBy', { type: SightFoundByEnum, nullable: true }),
  }),
});

export const FacingEvidence = builder.objectRef<ReadFacing>('FacingEvidence').implement({
  description: 'What was found in the place of one planned facing.',
  fields: (t) => ({
    column: t.exposeInt('column', { description: '0 is leftmost.' }),
    row: t.exposeInt('row', { description: '0 is the bottom one.' }),
    place: t.floatList({
      nullable: true,
      description: '[x, y, width, height], 0..1 of the oriented photo; null when unknown or out of view.',
      resolve: ({ place }) => place,
    }),
    found: t.expose('found', { type: FacingFoundEnum }),
    seen: t.field({ type: ProductNode, nullable: true, resolve: ({ seenProductId }) => seenProductId }),
    confidence: t.exposeFloat('confidence', { nullable: true, description: '0..1.' }),
    candidates: t.expose('candidates', { type: [Candidate], description: 'Best first, a few of them.' }),
    sight: t.expose('sight', { type: PlaceSight, nullable: true }),
  }),
});

export const ShelfTag = builder.objectRef<ReadTag>('ShelfTag').implement({
  description: 'A code that was read on the shelf’s edge: what is planned there, never what stands there.',
  fields: (t) => ({
    text: t.exposeString('text'),
    box: t.floatList({ nullable: true, resolve: ({ box }) => box }),
    product: t.field({ type: ProductNode, nullable: true, resolve: ({ productId }) => productId }),
    positionId: t.exposeString('positionId', { nullable: true }),
  }),
});

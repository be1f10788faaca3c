import { builder } from '../graphql/builder.ts';
import { ProductNode } from '../graphql/nodes/nodes.ts';
import {
  facingsFound,
  type ReadCandidate,
  type ReadFacing,
  type ReadSight,
  type ReadTag,
  sightsFoundBy,
} from './read-evidence.ts';

export const Candidate = builder.objectRef<ReadCandidate>('Candidate').implement({
  fields: (t) => ({
    product: t.field({ type: ProductNode, resolve: ({ productId }) => productId }),
    score: t.exposeFloat('score', {
      description: 'How well the product fits, 0..1. Values are comparable only within one list.',
    }),
  }),
});

const FacingFoundEnum = builder.enumType('FacingFound', { values: facingsFound });
const SightFoundByEnum = builder.enumType('SightFoundBy', {
  description: 'How the heuristic tier found a product.',
  values: sightsFoundBy,
});

const PlaceSight = builder.objectRef<ReadSight>('PlaceSight').implement({
  description: 'Measurements of the heuristic tier, which examines the photo place by place.',
  fields: (t) => ({
    compared: t.exposeInt('compared', {
      description: 'The number of products that were compared with the place.',
    }),
    likeness: t.exposeFloat('likeness', {
      nullable: true,
      description:
        'The similarity of the best product; 1 is typical for a correct match in this photo. Null when none was compared.',
    }),
    needed: t.exposeFloat('needed', {
      description: 'The similarity that is required to recognise the product.',
    }),
    lead: t.exposeFloat('lead', {
      nullable: true,
      description: 'How far the best product is ahead of the next one; null without a second one.',
    }),
    contrast: t.exposeFloat('contrast', {
      description:
        'The contrast of the place, as a share of that of recognised packs. An empty place has little.',
    }),
    brightness: t.exposeFloat('brightness'),
    colour: t.exposeFloat('colour', { description: 'The mean distance from grey, in CIE Lab units.' }),
    colourVariation: t.exposeFloat('colourVariation', {
      description: 'The variation of the colour from top to bottom, in CIE Lab units.',
    }),
    occupancy: t.exposeFloat('occupancy', {
      description: 'How likely any product front is in the place, 0..1.',
    }),
    foundBy: t.expose('foundBy', { type: SightFoundByEnum, nullable: true }),
  }),
});

export const FacingEvidence = builder.objectRef<ReadFacing>('FacingEvidence').implement({
  description: 'What was found in the place of one planned facing.',
  fields: (t) => ({
    column: t.exposeInt('column', { description: 'The column of the facing in its block, 0 at the left.' }),
    row: t.exposeInt('row', { description: 'The row of the facing in its block, 0 at the bottom.' }),
    place: t.floatList({
      nullable: true,
      description:
        'The place as a box [x, y, width, height], 0..1 of the oriented photo; null when unknown or out of view.',
      resolve: ({ place }) => place,
    }),
    found: t.expose('found', { type: FacingFoundEnum }),
    seen: t.field({ type: ProductNode, nullable: true, resolve: ({ seenProductId }) => seenProductId }),
    confidence: t.exposeFloat('confidence', {
      nullable: true,
      description: 'How certain the finding is, 0..1; null when there is neither a detection nor a gap.',
    }),
    candidates: t.expose('candidates', {
      type: [Candidate],
      description: 'A few products that were compared with the place, best first.',
    }),
    sight: t.expose('sight', { type: PlaceSight, nullable: true }),
  }),
});

export const ShelfTag = builder.objectRef<ReadTag>('ShelfTag').implement({
  description: 'A bar code on the shelf’s edge. The code says what is planned there, not what stands there.',
  fields: (t) => ({
    text: t.exposeString('text'),
    box: t.floatList({ nullable: true, resolve: ({ box }) => box }),
    product: t.field({ type: ProductNode, nullable: true, resolve: ({ productId }) => productId }),
    positionId: t.exposeString('positionId', { nullable: true }),
  }),
});

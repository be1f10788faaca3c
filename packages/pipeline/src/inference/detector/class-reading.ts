import type { Planogram } from '../../planogram/model.ts';
import { type LabelSettings, labelReader } from '../labels/labels.ts';
import type { DetectorSettings } from './detector-settings.ts';

/** How a detector's classes are read as labels. */
export interface ClassReading {
  labels: LabelSettings;
  labelOf(classIndex: number): string;
}

/** Used when the settings define no object label. */
const anyObjectLabel = '__product__';

/**
 * Reads the classes of a detector. In a class-agnostic detector all classes but gaps and mapped ones mean "a product". A
 * detector counts as agnostic when it has one such class, or when its classes have no names.
 */
export function readClasses(
  { classNames, isNamed }: { classNames: readonly string[]; isNamed: boolean },
  { classAgnostic, labels }: Pick<DetectorSettings, 'classAgnostic' | 'labels'>,
): ClassReading {
  const isPlain = (name: string) => !Object.hasOwn(labels.map, name) && !labels.gapLabels.includes(name);
  const isAgnostic = classAgnostic ?? (!isNamed || classNames.filter(isPlain).length === 1);
  // A model may return more classes than there are names.
  const nameOf = (index: number) => classNames[index] ?? `class ${index}`;
  return {
    labels: isAgnostic ? { ...labels, objectLabels: [...labels.objectLabels, anyObjectLabel] } : labels,
    labelOf: (index) => (isAgnostic && isPlain(nameOf(index)) ? anyObjectLabel : nameOf(index)),
  };
}

/** Returns the classes whose boxes need no comparison with reference images: gaps, and classes that identify a product. */
export function settledClasses(
  classCount: number,
  { labels, labelOf }: ClassReading,
  planogram: Planogram,
): number[] {
  const read = labelReader(labels, planogram);
  return Array.from({ length: classCount }, (_, i) => i).filter((i) => {
    const meaning = read(labelOf(i));
    return meaning.kind === 'gap' || meaning.identified;
  });
}

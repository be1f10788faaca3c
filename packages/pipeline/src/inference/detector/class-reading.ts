import type { Planogram } from '../../planogram/model.ts';
import { type LabelSettings, labelReader } from '../labels.ts';
import type { DetectorSettings } from './detector-settings.ts';

/** How a detector's classes are read as labels. */
export interface ClassReading {
  labels: LabelSettings;
  labelOf(classIndex: number): string;
}

/** In case the settings know no word for it. */
const anyObject = '__product__';

/**
 * Of a class-agnostic detector, all classes but gaps and mapped ones say "a product" and no more. One is taken for
 * agnostic when it has one such class, or when nobody has named its classes.
 */
export function readClasses(
  { classNames, isNamed }: { classNames: readonly string[]; isNamed: boolean },
  { classAgnostic, labels }: Pick<DetectorSettings, 'classAgnostic' | 'labels'>,
): ClassReading {
  const isPlain = (name: string) => !Object.hasOwn(labels.map, name) && !labels.gapLabels.includes(name);
  const isAgnostic = classAgnostic ?? (!isNamed || classNames.filter(isPlain).length === 1);
  // A model may return more classes than somebody named.
  const nameOf = (index: number) => classNames[index] ?? `class ${index}`;
  return {
    labels: isAgnostic ? { ...labels, objectLabels: [...labels.objectLabels, anyObject] } : labels,
    labelOf: (index) => (isAgnostic && isPlain(nameOf(index)) ? anyObject : nameOf(index)),
  };
}

/** Classes whose boxes need no second look on this planogram: gaps, and those that name what they see. */
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

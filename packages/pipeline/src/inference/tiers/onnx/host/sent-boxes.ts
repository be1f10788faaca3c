import type { FoundBox } from '../../../detector/open-detector.ts';
import type { HostValue, SentValue } from './messages.ts';

const numbersPerBox = 6;

/** Packs a host's answer for sending. */
export function packValue(value: HostValue): SentValue {
  if (!('boxes' in value)) return value;
  const packed = new Float64Array(value.boxes.length * numbersPerBox);
  for (const [i, { left, top, right, bottom, score, classIndex }] of value.boxes.entries())
    packed.set([left, top, right, bottom, score, classIndex], i * numbersPerBox);
  return { ...value, boxes: packed };
}

export function unpackValue(value: SentValue): HostValue {
  if (!('boxes' in value)) return value;
  const packed = value.boxes;
  const boxes = Array.from({ length: packed.length / numbersPerBox }, (_, i): FoundBox => {
    const at = i * numbersPerBox;
    return {
      left: packed[at] as number,
      top: packed[at + 1] as number,
      right: packed[at + 2] as number,
      bottom: packed[at + 3] as number,
      score: packed[at + 4] as number,
      classIndex: packed[at + 5] as number,
    };
  });
  return { ...value, boxes };
}

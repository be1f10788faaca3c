import { guessUnit, type Unit, unitDoubt } from '../guess-unit.ts';
import { isOf, type PsaRecord } from './read-records.ts';

/** What identifies a product in a project. */
export type ProductKey = 'upc' | 'id' | 'both';

export interface PsaProject {
  /** Null: the file does not state its unit. */
  unit: Unit | null;
  /** Null: the file does not state its key. */
  key: ProductKey | null;
}

const inches: Unit = { unitMm: 25.4, name: 'inches' };
const centimetres: Unit = { unitMm: 10, name: 'centimetres' };
const unitOfCode: Readonly<Record<string, Unit>> = { 0: inches, 1: centimetres };
const keyOfCode: Readonly<Record<string, ProductKey>> = { 0: 'upc', 1: 'id', 2: 'both' };

/** Reads the unit and the products' key of the Project record; other values than the known ones state nothing. */
export function readProject(records: readonly PsaRecord[]): PsaProject {
  const [, , , key = '', , , , , , , , , unit = ''] = records.find(isOf('Project'))?.cells ?? [];
  return { unit: unitOfCode[unit.trim()] ?? null, key: keyOfCode[key.trim()] ?? null };
}

/** Beyond it the other unit is so much likelier that the file contradicts itself. */
const contradiction = 1.5;

/** Chooses the unit: the caller's, else the stated one, else the likelier one. Notes say what was chosen and what speaks against it. */
export function chooseUnit(
  given: number | undefined,
  { unit: stated }: PsaProject,
  drawing: Parameters<typeof guessUnit>[0],
  bay: { width: number; height: number },
): { unitMm: number; notes: string[] } {
  const size = ({ unitMm }: Unit) =>
    `the bay ${Math.round(bay.width * unitMm)} mm wide and ${Math.round(bay.height * unitMm)} mm high`;
  if (given !== undefined) {
    const differs = stated !== null && stated.unitMm !== given;
    return {
      unitMm: given,
      notes: differs ? [`The file states ${stated.name}; read with ${given} mm a unit, as asked.`] : [],
    };
  }
  if (stated === null) {
    const unit = guessUnit(drawing, [inches, centimetres]);
    return {
      unitMm: unit.unitMm,
      notes: [
        `The file does not say its unit. Read as ${unit.name}, which makes ${size(unit)}; the score does not depend on it.`,
      ],
    };
  }
  const other = stated === inches ? centimetres : inches;
  const isDoubtful = unitDoubt(drawing, stated) - unitDoubt(drawing, other) > contradiction;
  return {
    unitMm: stated.unitMm,
    notes: isDoubtful
      ? [
          `The file states ${stated.name}, which makes ${size(stated)}; its sizes look like ${other.name}. Read as stated.`,
        ]
      : [],
  };
}

import type { DemoBay } from './demo-bay.ts';
import { layOutBay } from './lay-out-bay.ts';
import { type Assortment, range } from './range.ts';

const baking: Assortment = {
  category: 'baking',
  code: '55',
  bayWidthMm: 1000,
  shelves: [
    [
      range('Molendo', 'Flour', 'bag', [108, 190, 70], '1 KG', 36, ['Classic', 'Fresh', 'Mild']),
      range('Dolcera', 'Sugar', 'box', [96, 168, 60], '1 KG', 210, ['Classic', 'Vanilla', 'Caramel']),
    ],
    [
      range('Fornello', 'Mix', 'box', [120, 200, 50], '400 G', 18, ['Lemon', 'Cherry', 'Hazelnut', 'Apple']),
      range('Dolcera', 'Pudding', 'bag', [88, 130, 20], '40 G', 300, ['Vanilla', 'Caramel', 'Berry']),
    ],
    [
      range('Nutria', 'Almonds', 'bag', [112, 176, 40], '200 G', 30, ['Classic', 'Honey', 'Sea Salt']),
      range('Fornello', 'Yeast', 'flat-box', [84, 60, 40], '7 G', 48, ['Classic', 'Fresh', 'Mild'], 2),
    ],
    [
      range('Aromel', 'Extract', 'bottle', [48, 130, 48], '100 ML', 280, [
        'Vanilla',
        'Lemon',
        'Rose',
        'Orange',
      ]),
      range('Confita', 'Jam', 'jar', [78, 104, 78], '340 G', 350, ['Cherry', 'Peach', 'Berry', 'Apple']),
    ],
  ],
};

const care: Assortment = {
  category: 'care',
  code: '66',
  bayWidthMm: 1330,
  shelves: [
    [
      range('Lunaris', 'Wash', 'bottle', [74, 212, 50], '500 ML', 190, ['Ocean', 'Rose', 'Mint', 'Lemon']),
      range('Capella', 'Shampoo', 'bottle', [80, 196, 50], '400 ML', 320, [
        'Apple',
        'Mint',
        'Peach',
        'Honey',
      ]),
    ],
    [
      range('Orvana', 'Cream', 'jar', [86, 78, 86], '200 ML', 60, ['Mild', 'Rose', 'Honey'], 2),
      range(
        'Lunaris',
        'Soap',
        'flat-box',
        [98, 62, 40],
        '2 X 100',
        140,
        ['Lavender', 'Rose', 'Fresh', 'Ocean'],
        2,
      ),
    ],
    [
      range('Dentessa', 'Paste', 'flat-box', [186, 48, 40], '75 ML', 4, ['Mint', 'Fresh', 'Mild'], 3),
      range('Capella', 'Spray', 'can', [54, 190, 54], '150 ML', 258, [
        'Fresh',
        'Ocean',
        'Lemon',
        'Rose',
        'Mint',
      ]),
    ],
    [
      range('Bambina', 'Wipes', 'bag', [190, 112, 70], '72 PCS', 100, ['Mild', 'Fresh']),
      range('Orvana', 'Balm', 'box', [46, 118, 30], '30 ML', 220, [
        'Honey',
        'Berry',
        'Mint',
        'Vanilla',
        'Peach',
      ]),
    ],
    [
      range('Purella', 'Tissues', 'box', [210, 90, 110], '120 PCS', 80, ['Classic', 'Mild', 'Lavender']),
      range('Purella', 'Pads', 'can', [70, 160, 70], '100 PCS', 170, ['Classic', 'Mild']),
    ],
  ],
};

const pets: Assortment = {
  category: 'pets',
  code: '77',
  bayWidthMm: 900,
  shelves: [
    [
      range('Bravko', 'Dog Food', 'bag', [210, 330, 90], '3 KG', 8, ['Classic', 'Mild']),
      range('Minosh', 'Cat Food', 'bag', [160, 280, 80], '1 KG', 270, ['Classic', 'Fresh', 'Mild']),
    ],
    [
      range('Bravko', 'Tins', 'can', [86, 110, 86], '400 G', 120, ['Classic', 'Mild', 'Apple'], 2),
      range(
        'Minosh',
        'Trays',
        'flat-box',
        [92, 66, 40],
        '100 G',
        332,
        ['Classic', 'Fresh', 'Mild', 'Berry'],
        3,
      ),
    ],
    [
      range('Knabbo', 'Snacks', 'bag', [118, 188, 30], '120 G', 24, ['Classic', 'Cheese', 'Honey', 'Apple']),
      range('Knabbo', 'Sticks', 'box', [64, 210, 30], '180 G', 196, ['Classic', 'Mint', 'Honey', 'Cheese']),
    ],
  ],
};

/** Bays of a catalogue that shares no brand, size or layout with the demo world: what was tuned there is tried here. */
export const secondCatalogue = (): DemoBay[] =>
  [baking, care, pets].flatMap((assortment) =>
    [1, 2].map((edition) => {
      const label = `${assortment.category}-second-${edition}`;
      return { label, category: assortment.category, ...layOutBay(assortment, label) };
    }),
  );

import { type Assortment, range } from './range.ts';

const snacks: Assortment = {
  category: 'snacks',
  code: '11',
  bayWidthMm: 1250,
  shelves: [
    [
      range('Velmo', 'Family Chips', 'bag', [150, 240, 70], '300 G', 200, [
        'Sea Salt',
        'Paprika',
        'Sour Cream',
      ]),
      range('Tarsin', 'Tortillas', 'bag', [140, 235, 70], '280 G', 44, ['Cheese', 'Chili', 'Pepper']),
    ],
    [
      range('Brisko', 'Stack Chips', 'can', [76, 226, 76], '165 G', 348, [
        'Sea Salt',
        'Paprika',
        'Onion',
        'Cheese',
        'Chili',
      ]),
      range('Ondaro', 'Sticks', 'box', [82, 205, 40], '125 G', 32, ['Sea Salt', 'Sesame', 'Rosemary']),
    ],
    [
      range('Kelpa', 'Crackers', 'box', [98, 172, 60], '200 G', 222, [
        'Sea Salt',
        'Rosemary',
        'Pepper',
        'Sesame',
      ]),
      range('Maruno', 'Crisp Bread', 'box', [104, 160, 70], '220 G', 92, ['Classic', 'Sesame', 'Onion']),
      range('Fyrra', 'Nuts', 'bag', [100, 165, 50], '150 G', 16, ['Honey', 'Chili', 'Sea Salt']),
    ],
    [
      range('Zentol', 'Dip', 'jar', [84, 122, 84], '190 G', 8, ['Chili', 'Cheese', 'Onion', 'Mild']),
      range('Fyrra', 'Nut Mix', 'can', [78, 116, 78], '180 G', 16, ['Classic', 'Honey', 'Pepper', 'Paprika']),
    ],
    [
      range(
        'Pomera',
        'Fruit Bars',
        'flat-box',
        [150, 82, 40],
        '6 X 25',
        330,
        ['Apple', 'Cherry', 'Honey', 'Hazelnut'],
        2,
      ),
      range('Quilo', 'Biscuits', 'box', [92, 178, 55], '175 G', 276, [
        'Vanilla',
        'Lemon',
        'Hazelnut',
        'Caramel',
      ]),
    ],
  ],
};

const coffee: Assortment = {
  category: 'coffee',
  code: '22',
  bayWidthMm: 1200,
  shelves: [
    [
      range('Nerova', 'Beans', 'bag', [122, 258, 80], '1 KG', 12, ['Classic', 'Espresso', 'Mild', 'Decaf']),
      range('Alteno', 'Beans', 'bag', [116, 250, 80], '1 KG', 150, ['Classic', 'Espresso', 'Caramel']),
    ],
    [
      range('Nerova', 'Ground', 'box', [92, 190, 65], '500 G', 12, ['Classic', 'Espresso', 'Mild', 'Decaf']),
      range('Sorrel', 'Ground', 'box', [96, 182, 65], '500 G', 218, [
        'Classic',
        'Mild',
        'Hazelnut',
        'Vanilla',
      ]),
    ],
    [
      range('Alteno', 'Instant', 'jar', [86, 152, 86], '200 G', 150, [
        'Classic',
        'Mild',
        'Decaf',
        'Espresso',
      ]),
      range('Mirabo', 'Cappuccino', 'can', [98, 150, 98], '250 G', 28, [
        'Classic',
        'Vanilla',
        'Caramel',
        'Hazelnut',
      ]),
    ],
    [
      range(
        'Capsiro',
        'Capsules',
        'flat-box',
        [118, 96, 60],
        '16 PCS',
        190,
        ['Espresso', 'Classic', 'Mild', 'Decaf', 'Vanilla'],
        2,
      ),
      range(
        'Sorrel',
        'Capsules',
        'flat-box',
        [112, 92, 60],
        '10 PCS',
        218,
        ['Espresso', 'Caramel', 'Hazelnut'],
        2,
      ),
    ],
    [
      range('Teavo', 'Tea', 'box', [76, 130, 70], '20 BAGS', 100, [
        'Mint',
        'Apple',
        'Lemon',
        'Rose',
        'Berry',
        'Honey',
      ]),
      range('Mirabo', 'Cocoa', 'can', [80, 134, 80], '250 G', 28, ['Classic', 'Vanilla', 'Mint']),
    ],
  ],
};

const cleaning: Assortment = {
  category: 'cleaning',
  code: '33',
  bayWidthMm: 1250,
  shelves: [
    [
      range('Blitza', 'Washing', 'box', [138, 250, 90], '2 KG', 210, ['Fresh', 'Lavender', 'Rose']),
      range('Puravel', 'Softener', 'bottle', [108, 268, 80], '1 L', 330, [
        'Lavender',
        'Rose',
        'Ocean',
        'Vanilla',
      ]),
    ],
    [
      range('Sprinto', 'Cleaner', 'bottle', [84, 246, 60], '750 ML', 54, [
        'Lemon',
        'Ocean',
        'Pine',
        'Apple',
        'Orange',
      ]),
      range('Klarix', 'Glass', 'bottle', [80, 238, 60], '500 ML', 196, ['Fresh', 'Lemon', 'Lavender']),
    ],
    [
      range('Aerolan', 'Spray', 'can', [62, 206, 62], '300 ML', 280, [
        'Lavender',
        'Ocean',
        'Rose',
        'Pine',
        'Vanilla',
      ]),
      range('Sprinto', 'Dishes', 'bottle', [76, 212, 50], '500 ML', 54, ['Lemon', 'Apple', 'Orange', 'Mint']),
    ],
    [
      range('Tabsol', 'Tabs', 'bag', [112, 176, 60], '40 PCS', 226, ['Lemon', 'Fresh', 'Apple']),
      range('Blitza', 'Powder', 'box', [96, 170, 60], '600 G', 210, ['Fresh', 'Ocean', 'Lavender', 'Orange']),
    ],
    [
      range(
        'Softino',
        'Wipes',
        'flat-box',
        [156, 78, 90],
        '80 PCS',
        168,
        ['Fresh', 'Lemon', 'Rose', 'Ocean'],
        2,
      ),
      range('Tabsol', 'Descaler', 'box', [88, 150, 50], '250 G', 226, ['Fresh', 'Lemon', 'Pine']),
    ],
  ],
};

const drinks: Assortment = {
  category: 'drinks',
  code: '44',
  bayWidthMm: 1200,
  shelves: [
    [
      range('Fontalis', 'Water', 'bottle', [84, 300, 84], '1 L', 204, ['Fresh', 'Lemon', 'Mint', 'Apple']),
      range('Solvena', 'Soda', 'bottle', [86, 306, 86], '1 L', 24, ['Orange', 'Lemon', 'Cherry', 'Cola']),
    ],
    [
      range('Hortena', 'Juice', 'box', [74, 236, 74], '1 L', 96, [
        'Apple',
        'Orange',
        'Peach',
        'Grape',
        'Mango',
      ]),
      range('Avenjo', 'Oat Drink', 'box', [76, 232, 70], '1 L', 40, ['Classic', 'Vanilla', 'Hazelnut']),
    ],
    [
      range('Volto', 'Energy', 'can', [60, 166, 60], '500 ML', 264, [
        'Classic',
        'Mango',
        'Berry',
        'Fresh',
        'Peach',
      ]),
      range('Teavo', 'Ice Tea', 'bottle', [66, 198, 66], '500 ML', 100, ['Lemon', 'Peach', 'Mint', 'Berry']),
    ],
    [
      range('Solvena', 'Can', 'can', [66, 116, 66], '330 ML', 24, ['Orange', 'Lemon', 'Cherry', 'Cola'], 2),
      range('Bulloro', 'Malt', 'can', [66, 116, 66], '330 ML', 46, ['Classic', 'Lemon', 'Apple'], 2),
    ],
    [
      range('Hortena', 'Smoothie', 'bottle', [60, 168, 60], '250 ML', 96, [
        'Mango',
        'Berry',
        'Cherry',
        'Peach',
        'Apple',
      ]),
      range('Avenjo', 'Shake', 'jar', [72, 150, 72], '250 ML', 40, ['Vanilla', 'Caramel', 'Berry']),
    ],
  ],
};

export const assortments: readonly Assortment[] = [snacks, coffee, cleaning, drinks];

/** Ranges of no planogram, for foreign packs on a shelf. */
export const foreignRanges = [
  range('Garvo', 'Pet Food', 'can', [74, 112, 74], '400 G', 6, ['Classic', 'Mild']),
  range('Obelia', 'Cereal', 'box', [110, 190, 60], '375 G', 48, ['Honey', 'Berry', 'Apple']),
  range('Shavio', 'Shampoo', 'bottle', [70, 190, 45], '300 ML', 300, ['Rose', 'Mint']),
  range('Obelia', 'Soup', 'bag', [100, 150, 20], '90 G', 48, ['Onion', 'Classic']),
  range('Dentaro', 'Toothpaste', 'flat-box', [150, 60, 45], '75 ML', 190, ['Mint', 'Fresh']),
  range('Pickwell', 'Pickles', 'jar', [82, 130, 82], '330 G', 120, ['Classic', 'Chili']),
];

/**
 * Cell index and name of each record's fields; cell 0 is the record's name. New versions of the program only append columns,
 * so the indexes are valid for all versions. A short record lacks the last fields.
 */
export const psaColumns = {
  Project: {
    name: [1, 'Name'],
    key: [3, 'Product key'],
    unit: [12, 'Measurement'],
  },
  Planogram: {
    name: [1, 'Name'],
    key: [2, 'Key'],
    width: [3, 'Width'],
    height: [4, 'Height'],
    effective: [189, 'Date effective'],
    finished: [190, 'Date finished'],
    id: [219, 'ID'],
  },
  Segment: {
    name: [1, 'Name'],
    key: [2, 'Key'],
    x: [3, 'X'],
    width: [4, 'Width'],
    offsetX: [10, 'Offset X'],
  },
  Fixture: {
    type: [1, 'Type'],
    name: [2, 'Name'],
    key: [3, 'Key'],
    x: [4, 'X'],
    width: [5, 'Width'],
    y: [6, 'Y'],
    height: [7, 'Height'],
    merchStyle: [33, 'Default merch style'],
  },
  Position: {
    upc: [1, 'UPC'],
    id: [2, 'ID'],
    key: [3, 'Key'],
    x: [4, 'X'],
    width: [5, 'Width'],
    y: [6, 'Y'],
    height: [7, 'Height'],
    z: [8, 'Z'],
    depth: [9, 'Depth'],
    merchStyle: [13, 'Merch style'],
    hFacings: [14, 'H-facings'],
    vFacings: [15, 'V-facings'],
    dFacings: [16, 'D-facings'],
    xCap: [17, 'X-cap'],
    yCap: [21, 'Y-cap'],
    zCap: [25, 'Z-cap'],
    orientation: [29, 'Orientation'],
  },
  Product: {
    upc: [1, 'UPC'],
    id: [2, 'ID'],
    name: [3, 'Name'],
    key: [4, 'Key'],
    width: [5, 'Width'],
    height: [6, 'Height'],
    depth: [7, 'Depth'],
    category: [13, 'Category'],
    brand: [232, 'Brand'],
  },
} as const satisfies Record<string, Record<string, readonly [index: number, name: string]>>;

export type PsaTag = keyof typeof psaColumns;
export type PsaColumn<Tag extends PsaTag> = keyof (typeof psaColumns)[Tag] & string;

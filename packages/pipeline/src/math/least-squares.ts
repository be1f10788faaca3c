/** A weighted least squares problem with few unknowns: equations are added, then it is solved by its normal equations. */
export interface LeastSquares {
  /** Adds one equation: the coefficients of the unknowns, then the value. */
  add(equation: ArrayLike<number>, weight: number): void;
  /** Pulls one unknown towards a value, as an equation of its own would. */
  addPrior(unknown: number, value: number, weight: number): void;
  /** Returns the unknowns, or null when the equations do not determine them. */
  solve(): number[] | null;
}

/** A pivot below this, beside coefficients of the order of 1, is rounding. */
const minPivot = 1e-13;

export function leastSquares(unknowns: number): LeastSquares {
  const width = unknowns + 1;
  // The upper half of the normal equations, row-major, with the right-hand side as the last column.
  const system = new Float64Array(unknowns * width);
  return {
    add(equation, weight) {
      for (let i = 0; i < unknowns; i++) {
        const a = weight * (equation[i] ?? 0);
        if (a === 0) continue;
        for (let j = i; j < width; j++)
          system[i * width + j] = (system[i * width + j] ?? 0) + a * (equation[j] ?? 0);
      }
    },
    addPrior(unknown, value, weight) {
      const [diagonal, right] = [unknown * width + unknown, unknown * width + unknowns];
      system[diagonal] = (system[diagonal] ?? 0) + weight;
      system[right] = (system[right] ?? 0) + weight * value;
    },
    solve: () => eliminate(mirrored(system, unknowns), unknowns),
  };
}

function mirrored(upper: Float64Array, unknowns: number): Float64Array {
  const width = unknowns + 1;
  const full = upper.slice();
  for (let i = 0; i < unknowns; i++)
    for (let j = 0; j < i; j++) full[i * width + j] = full[j * width + i] ?? 0;
  return full;
}

/** Gauss-Jordan elimination with row pivoting, in place. */
function eliminate(system: Float64Array, unknowns: number): number[] | null {
  const width = unknowns + 1;
  const cell = (row: number, column: number): number => system[row * width + column] ?? 0;
  for (let column = 0; column < unknowns; column++) {
    let pivot = column;
    for (let row = column + 1; row < unknowns; row++)
      if (Math.abs(cell(row, column)) > Math.abs(cell(pivot, column))) pivot = row;
    const lead = cell(pivot, column);
    if (!(Math.abs(lead) > minPivot)) return null;
    if (pivot !== column)
      for (let j = 0; j < width; j++) {
        const swapped = cell(column, j);
        system[column * width + j] = cell(pivot, j);
        system[pivot * width + j] = swapped;
      }
    for (let row = 0; row < unknowns; row++) {
      const factor = row === column ? 0 : cell(row, column) / lead;
      if (factor === 0) continue;
      for (let j = column; j < width; j++) system[row * width + j] = cell(row, j) - factor * cell(column, j);
    }
  }
  return Array.from({ length: unknowns }, (_, i) => cell(i, unknowns) / cell(i, i));
}

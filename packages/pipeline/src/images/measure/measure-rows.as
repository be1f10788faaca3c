// AssemblyScript. `npm run build:wasm -w @gondola/pipeline` makes measure-rows.wasm of it; a test holds the two together.
//
// Measures a photo row by row: variance of the Laplacian, mean of the grey, shares of dark pixels and of burnt-out
// blocks. Only a strip of RGB rows and three grey rows are in memory at a time, whatever the photo's size.
// measure-frame.ts is the caller; plain-measures.testing.ts says the same in plain TypeScript.

// 0..64 stays unused. Loads of 16 bytes run past a row's end: every row has a border for it.
const GREY_A: usize = 64; // room for three rows of at most 65,535 grey pixels, the first one at byte 16 of its row
const GREY_ROW: usize = 65_600;
const DARKEST: usize = GREY_A + 3 * GREY_ROW; // the darkest grey of a column in the block row in hand
const STRIP: usize = DARKEST + GREY_ROW; // RGB rows

const DARK: u8 = 16;
const BURNT: u8 = 250;
const BLOCK: i32 = 16;

// A pair of squares of Laplacians is at most 2 * 1020^2: 2,000 of them fit into 32 bits without a sign. Two a step.
const STEPS_A_SUM: i32 = 1_000;

let width: i32 = 0;
let rowsIn: i32 = 0;
let above: usize = 0;
let here: usize = 0;
let below: usize = 0;

let laplacians: i64 = 0;
let squares: i64 = 0;
let greys: i64 = 0;
let dark: i64 = 0;
let burntBlocks: i64 = 0;

export function stripAt(): usize {
  return STRIP;
}

/** A new photo. The width is 1..65,535. */
export function begin(columns: i32): void {
  width = columns;
  rowsIn = 0;
  above = GREY_A + 16;
  here = above + GREY_ROW;
  below = here + GREY_ROW;
  laplacians = 0;
  squares = 0;
  greys = 0;
  dark = 0;
  burntBlocks = 0;
  memory.fill(DARKEST, 255, <usize>columns + 16);
}

/** The next rows of the photo, from the strip. */
export function add(rows: i32): void {
  for (let i = 0; i < rows; i++) {
    const next = above;
    above = here;
    here = below;
    below = next;
    toGrey(STRIP + <usize>(i * width * 3), below);
    measureGrey(below);
    rowsIn += 1;
    if (rowsIn % BLOCK == 0) closeBlockRow();
    // The row above the first is the second.
    if (rowsIn == 2) memory.copy(above, below, <usize>width);
    if (rowsIn >= 2) addLaplacians();
  }
}

/** The last row, whose neighbour below is the one above it. */
export function end(): void {
  if (rowsIn == 1) {
    // A single row is its own neighbour.
    here = below;
    above = below;
  } else {
    const next = above;
    above = here;
    here = below;
    memory.copy(next, above, <usize>width);
    below = next;
  }
  addLaplacians();
}

// All are whole numbers far below 2^53.
export function sumOfLaplacians(): f64 {
  return <f64>laplacians;
}
export function sumOfSquares(): f64 {
  return <f64>squares;
}
export function sumOfGreys(): f64 {
  return <f64>greys;
}
export function darkPixels(): f64 {
  return <f64>dark;
}
export function burntPixels(): f64 {
  return <f64>(burntBlocks * BLOCK * BLOCK);
}

/** OpenCV's RGB2GRAY: (9798 R + 19235 G + 3735 B + 16384) >> 15, sixteen pixels a step. */
function toGrey(rgb: usize, grey: usize): void {
  for (let x = 0; x < width; x += 16) {
    v128.store(
      grey + <usize>x,
      i8x16.narrow_i16x8_u(
        i16x8.narrow_i32x4_s(greyOf4(rgb), greyOf4(rgb + 12)),
        i16x8.narrow_i32x4_s(greyOf4(rgb + 24), greyOf4(rgb + 36)),
      ),
    );
    rgb += 48;
  }
}

function greyOf4(rgb: usize): v128 {
  const bytes = v128.load(rgb);
  // Four pairs (R, G) and four (B, 0), widened to 16 bits: an index past 15 gives 0.
  const redGreen = i8x16.swizzle(bytes, i8x16(0, -1, 1, -1, 3, -1, 4, -1, 6, -1, 7, -1, 9, -1, 10, -1));
  const blue = i8x16.swizzle(bytes, i8x16(2, -1, -1, -1, 5, -1, -1, -1, 8, -1, -1, -1, 11, -1, -1, -1));
  const weighted = i32x4.add(
    i32x4.dot_i16x8_s(redGreen, i16x8(9798, 19235, 9798, 19235, 9798, 19235, 9798, 19235)),
    i32x4.dot_i16x8_s(blue, i16x8(3735, 0, 3735, 0, 3735, 0, 3735, 0)),
  );
  return i32x4.shr_s(i32x4.add(weighted, i32x4.splat(16384)), 15);
}

/** Mean, dark pixels, and the darkest of each column in the block row. */
function measureGrey(grey: usize): void {
  const whole = width & ~15;
  let sums = i32x4.splat(0);
  for (let x = 0; x < whole; x += 16) {
    const pixels = v128.load(grey + <usize>x);
    // At most 4 * 255 a step and 4,096 steps.
    sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(pixels)));
    dark += popcnt(i8x16.bitmask(i8x16.lt_u(pixels, i8x16.splat(DARK))));
    const column = DARKEST + <usize>x;
    v128.store(column, i8x16.min_u(v128.load(column), pixels));
  }
  greys += <i64>sumOf4(sums);
  for (let x = whole; x < width; x++) {
    const pixel = load<u8>(grey + <usize>x);
    greys += pixel;
    if (pixel < DARK) dark += 1;
  }
}

/** Counts the burnt-out blocks of the block row that ends here; blocks cut off by the photo's edge count for nothing. */
function closeBlockRow(): void {
  const whole = width & ~15;
  for (let x = 0; x < whole; x += 16) {
    const column = DARKEST + <usize>x;
    if (i8x16.all_true(i8x16.ge_u(v128.load(column), i8x16.splat(BURNT)))) burntBlocks += 1;
    v128.store(column, i8x16.splat(-1));
  }
}

function addLaplacians(): void {
  // BORDER_REFLECT_101 to both sides: past the last pixel stands the one before it. A lone pixel stands beside itself.
  store<u8>(here - 1, load<u8>(here + (width > 1 ? 1 : 0)));
  store<u8>(here + <usize>width, load<u8>(here + (width > 1 ? width - 2 : 0)));
  const whole = width & ~15;
  let x = 0;
  while (x < whole) {
    const until = min(whole, x + STEPS_A_SUM * 16);
    let sums = i32x4.splat(0);
    let squared = i32x4.splat(0);
    for (; x < until; x += 16) {
      const at = here + <usize>x;
      const up = v128.load(above + <usize>x);
      const down = v128.load(below + <usize>x);
      const left = v128.load(at - 1);
      const right = v128.load(at + 1);
      const centre = v128.load(at);
      const low = i16x8.sub(
        i16x8.add(
          i16x8.add(i16x8.extend_low_i8x16_u(up), i16x8.extend_low_i8x16_u(down)),
          i16x8.add(i16x8.extend_low_i8x16_u(left), i16x8.extend_low_i8x16_u(right)),
        ),
        i16x8.shl(i16x8.extend_low_i8x16_u(centre), 2),
      );
      const high = i16x8.sub(
        i16x8.add(
          i16x8.add(i16x8.extend_high_i8x16_u(up), i16x8.extend_high_i8x16_u(down)),
          i16x8.add(i16x8.extend_high_i8x16_u(left), i16x8.extend_high_i8x16_u(right)),
        ),
        i16x8.shl(i16x8.extend_high_i8x16_u(centre), 2),
      );
      sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_s(i16x8.add(low, high)));
      squared = i32x4.add(squared, i32x4.add(i32x4.dot_i16x8_s(low, low), i32x4.dot_i16x8_s(high, high)));
    }
    laplacians += <i64>sumOf4(sums);
    squares +=
      <i64>(<u32>i32x4.extract_lane(squared, 0)) +
      <i64>(<u32>i32x4.extract_lane(squared, 1)) +
      <i64>(<u32>i32x4.extract_lane(squared, 2)) +
      <i64>(<u32>i32x4.extract_lane(squared, 3));
  }
  for (; x < width; x++) {
    const at = here + <usize>x;
    const laplacian =
      <i32>load<u8>(above + <usize>x) +
      <i32>load<u8>(below + <usize>x) +
      <i32>load<u8>(at - 1) +
      <i32>load<u8>(at + 1) -
      4 * <i32>load<u8>(at);
    laplacians += laplacian;
    squares += laplacian * laplacian;
  }
}

function sumOf4(sums: v128): i32 {
  return (
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3)
  );
}

/*
 * Draws a plan as PDF: reads the planogram and its identity as JSON from standard input, and writes the file to standard output.
 * It is a process of its own, as it needs the SVG loader, which processes that decode photos never allow.
 */
import { json } from 'node:stream/consumers';
import sharp from 'sharp';
import { drawingSize, exportPlanogramSvg } from './export-planogram-svg.ts';
import type { Suggested } from './formats/planogram-format.ts';
import type { Planogram } from './model.ts';

/** A3, the larger paper of office printers. */
const paperMm = { long: 420, short: 297 };
const marginMm = 10;
/** Enough for the smallest letters of a drawing on A3. */
const dotsPerInch = 200;
const mmPerInch = 25.4;
/** A PDF counts in points. */
const pointsPerInch = 72;

/**
 * Writes the plan as one page of A3, drawn as a picture with the fonts of this machine.
 * @throws Error on a machine without fonts, where the plan would have no text.
 */
async function drawPdf(planogram: Planogram, identity: Suggested): Promise<Uint8Array> {
  if (!(await hasFonts())) throw new Error('This server has no fonts to draw text with; export the SVG.');
  const svg = Buffer.from(exportPlanogramSvg(planogram, identity));
  const isWide = planogram.widthMm >= planogram.heightMm;
  const page = isWide
    ? { width: paperMm.long, height: paperMm.short }
    : { width: paperMm.short, height: paperMm.long };
  const room = { width: pixels(page.width - 2 * marginMm), height: pixels(page.height - 2 * marginMm) };
  const { data, info } = await sharp(svg, { density: densityFor(planogram, room), limitInputPixels: 100e6 })
    .resize({ ...room, fit: 'inside' })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 90 })
    .toBuffer({ resolveWithObject: true });
  return writePdf(page, { jpeg: data, width: info.width, height: info.height });
}

const pixels = (mm: number) => Math.round((mm / mmPerInch) * dotsPerInch);
const points = (mm: number) => Math.round((mm / mmPerInch) * pointsPerInch * 100) / 100;

/** Letters are drawn at their final size: a scaled picture of them would be blurred, and one of a long bay too large. */
function densityFor(planogram: Planogram, room: { width: number; height: number }): number {
  const { width, height } = drawingSize(planogram);
  return Math.max(1, Math.ceil(mmPerInch * Math.min(room.width / width, room.height / height)));
}

let fonts: Promise<boolean> | undefined;

function hasFonts(): Promise<boolean> {
  const probe =
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="#fff"/><text y="16" font-family="sans-serif">M</text></svg>';
  fonts ??= sharp(Buffer.from(probe))
    .greyscale()
    .stats()
    .then(({ channels }) => (channels[0]?.min ?? 255) < 128);
  return fonts;
}

function writePdf(
  page: { width: number; height: number },
  { jpeg, width, height }: { jpeg: Buffer; width: number; height: number },
): Uint8Array {
  const scale = pointsPerInch / dotsPerInch;
  const [across, up] = [width * scale, height * scale];
  const [left, bottom] = [(points(page.width) - across) / 2, (points(page.height) - up) / 2];
  const content = Buffer.from(
    `q ${across.toFixed(2)} 0 0 ${up.toFixed(2)} ${left.toFixed(2)} ${bottom.toFixed(2)} cm /Plan Do Q`,
  );
  return joinObjects([
    [Buffer.from('<< /Type /Catalog /Pages 2 0 R >>')],
    [Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')],
    [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${points(page.width)} ${points(page.height)}] /Contents 4 0 R /Resources << /XObject << /Plan 5 0 R >> >> >>`,
      ),
    ],
    stream('', content),
    stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode `,
      jpeg,
    ),
  ]);
}

const stream = (entries: string, bytes: Buffer): Buffer[] => [
  Buffer.from(`<< ${entries}/Length ${bytes.length} >>\nstream\n`),
  bytes,
  Buffer.from('\nendstream'),
];

/** Writes numbered objects, the table of where each begins, and the trailer (ISO 32000-1, 7.5). */
function joinObjects(objects: readonly Buffer[][]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const starts: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [i, object] of objects.entries()) {
    starts.push(length);
    for (const part of [Buffer.from(`${i + 1} 0 obj\n`), ...object, Buffer.from('\nendobj\n')]) add(part);
  }
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const { planogram, identity } = (await json(process.stdin)) as { planogram: Planogram; identity: Suggested };
process.stdout.write(await drawPdf(planogram, identity));

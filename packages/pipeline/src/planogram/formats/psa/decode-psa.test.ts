import { expect, test } from 'vitest';
import { psa, row } from '../../broken-files.testing.ts';
import { parsePlanogram } from '../../parse-planogram.ts';

function read(content: Uint8Array) {
  const result = parsePlanogram('psa', content, { unitMm: 10 });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

test('text is read in the code page of the file, or as UTF-8 when the bytes are UTF-8', () => {
  const named = (name: string) => psa((rows) => (row(rows, 5)[3] = name));
  const western = Uint8Array.from(named('Apfel-M|sli'), (char) => (char === '|' ? 0xfc : char.charCodeAt(0)));
  expect(read(western).planogram.products[0]?.name).toBe('Apfel-Müsli');
  const latin1 = Buffer.from(western).toString('latin1');
  const undeclared = Buffer.from(latin1.replace('; Codepage=1252\r\n', ''), 'latin1');
  expect(undeclared.length).toBeLessThan(western.length);
  expect(read(undeclared).planogram.products[0]?.name).toBe('Apfel-Müsli');
  const utf8 = read(Buffer.from(named('Apfel-Müsli')));
  expect(utf8.planogram.products[0]?.name).toBe('Apfel-Müsli');
  expect(utf8.notes).toContainEqual('The file says code page 1252, but is utf-8; read as that.');
});

import { expect, test } from 'vitest';
import { parsePlanogram } from '../../parse-planogram.ts';
import { detectEncoding } from './detect-encoding.ts';
import type { CodePage } from './letters-of-languages.ts';

/** Returns the bytes of a text in a code page, by the platform's decoder. */
function encode(text: string, encoding: CodePage): Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  if (encoding === 'shift_jis') {
    for (let lead = 0x81; lead < 0xf0; lead++) {
      for (let trail = 0x40; trail < 0xfd; trail++) {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (!table.has(character)) table.set(character, [lead, trail]);
      }
    }
  }
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [0x3f]));
}

const csv = (...names: string[]) =>
  [
    'planogram_code;bay;shelf;position;sku;name;h_facings',
    ...names.map((name, i) => `teas;1;1;${i + 1};S${i};${name};1`),
  ].join('\r\n');

const names: [CodePage, string[]][] = [
  ['windows-1250', ['Żurek śląski ćwierć']],
  ['windows-1250', ['Kawa mielona', 'Masło świeże', 'Jabłka']],
  ['windows-1250', ['Rýžový nákyp', 'Čaj ovocný', 'Mléko polotučné']],
  ['windows-1250', ['Tejföl', 'Főzőtejszín', 'Gyümölcslé', 'Túró']],
  ['windows-1251', ['Чай мята 20 пак', 'Чай лимон']],
  ['windows-1251', ['ЧАЙ ЗЕЛЁНЫЙ', 'КОФЕ РАСТВОРИМЫЙ']],
  ['windows-1252', ['Müsli mit Nüssen', 'Weißbrot']],
  ['windows-1252', ['Crème brûlée', 'Thé à la menthe', 'Pâté de campagne']],
  ['windows-1252', ['Piña en almíbar', 'Jamón ibérico']],
  ['windows-1252', ['Pão de queijo', 'Feijão', 'Maçã', 'Açúcar']],
  ['windows-1252', ['Smörgåsrån', 'Blåbärssoppa']],
  ['windows-1252', ['Rødgrød', 'Smørrebrød', 'Æblejuice', 'Blåbær']],
  ['windows-1252', ['Chocolate 5 €', 'Cola® “Zero”']],
  ['shift_jis', ['緑茶ティーバッグ', '紅茶 レモン']],
  ['shift_jis', ['麦茶', '烏龍茶', 'コーヒー牛乳']],
];

test.each(names)('%s is told from the letters of %j', (encoding, texts) => {
  const bytes = encode(csv(...texts), encoding);
  expect(detectEncoding(bytes)).toEqual({ encoding });
  const result = parsePlanogram('csv', bytes);
  expect('planogram' in result && result.planogram.products.map(({ name }) => name)).toEqual(texts);
});

test('letters that two code pages share decide nothing: a problem names both, and a choice settles it', () => {
  const bytes = encode(csv('Mint', 'Saké', 'èa'), 'windows-1252');
  const asked = parsePlanogram('csv', bytes);
  expect(asked).toEqual({
    problems: [
      {
        path: 'line 3',
        code: 'ENCODING_UNCLEAR',
        message: expect.stringMatching(/“.+” in windows-125\d, “.+” in windows-125\d/),
      },
    ],
  });
  const settled = parsePlanogram('csv', bytes, { encoding: 'windows-1252' });
  expect('planogram' in settled && settled.planogram.products[1]?.name).toBe('Saké');
});

test('UTF-16 without a mark is told from its NUL bytes', () => {
  const little = Buffer.from(csv('Чай мята', 'Лимон'), 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const bytes of [little, big]) {
    const result = parsePlanogram('csv', bytes);
    expect('planogram' in result && result.planogram.products.map(({ name }) => name)).toEqual([
      'Чай мята',
      'Лимон',
    ]);
    expect('planogram' in result && result.notes[0]).toBe(
      'The file is not UTF-8; it is read as UTF-16 without a mark.',
    );
  }
});

/** The GTIN in the path of a GS1 digital link of any host, such as `https://id.gs1.org/01/09506000134352/10/A1`. */
const digitalLink = /^https?:\/\/[^\s?#]*?\/(?:01|gtin)\/(\d+)(?:[/?#]|$)/i;
/** A GTIN with its GS1 application identifier, as printed under a bar code. */
const elementString = /^\(01\)(\d{14})/;

/**
 * Returns a code as bare digits where people and programs wrote more: a GS1 digital link, an application identifier, hyphens
 * and spaces, the apostrophe that keeps a cell as text, the decimals of a number. Other texts stay as they are.
 */
export function cleanCode(text: string): string {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^['’]+/, '');
  const marked = digitalLink.exec(plain)?.[1] ?? elementString.exec(plain)?.[1];
  if (marked !== undefined) return marked;
  const bare = plain.replace(/[\s\p{Pd}]/gu, '');
  if (!/^\d[\d.,]*$/.test(bare)) return /^[\d\s\p{Pd}e+.,]+$/iu.test(plain) ? bare : plain;
  return bare.replace(/[.,]0+$/, '');
}

/** Returns whether a spreadsheet has written the code as a power of ten and so lost its last digits. */
export const isRounded = (code: string): boolean => /^\d+([.,]\d+)?e\+?\d+$/i.test(code);

const plainAscii = /^[\x20-\x7e]*$/;

/**
 * Returns the canonical spelling of an aisle coordinate, which is also the name of the bay: no invisible characters,
 * composed Unicode, upper case, single spaces. Spellings that a person can tell apart stay different: full-width
 * digits, dashes of other lengths, leading zeros.
 */
export function canonicalAisle(aisle: string): string {
  if (plainAscii.test(aisle)) return aisle.trim().replace(/ +/g, ' ').toUpperCase();
  // Case is folded on decomposed characters: some characters with a mark are a single code point in lower case only.
  const characters = [...aisle.replace(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFD')];
  return characters
    .map(upperCaseOf)
    .join('')
    .normalize('NFC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
}

/**
 * Returns the upper case of a character, provided that the upper case leads back to the same character. `ß` does not
 * become `SS`, the dotless `ı` not `I`, the long `ſ` not `S`. Two spellings kept apart by mistake can be corrected
 * later; two captures merged by mistake cannot.
 */
export function upperCaseOf(character: string): string {
  const upper = character.toUpperCase();
  return [...upper].length === 1 && upper.toLowerCase() === character ? upper : character;
}

export type CodePage = 'windows-1250' | 'windows-1251' | 'windows-1252' | 'shift_jis';

/** Letters beyond ASCII of the languages of a code page: those that every text has, and the rare ones. */
export interface LanguageLetters {
  common: string;
  rare: string;
}

/** The languages whose spreadsheets save in each code page, by their letters in lower case. */
export const lettersOfLanguages: Record<Exclude<CodePage, 'shift_jis'>, readonly LanguageLetters[]> = {
  'windows-1250': [
    { common: 'ąćęłńóśżź', rare: 'ü' },
    { common: 'áčéěířšůýž', rare: 'ďňóťúö' },
    { common: 'áčéíľšťúýž', rare: 'ďĺňóŕäô' },
    { common: 'áéíóöőúüű', rare: '' },
    { common: 'ăâîşţ', rare: '' },
    { common: 'čćđšž', rare: '' },
  ],
  'windows-1251': [
    { common: 'абвгдежзийклмнопрстуфхцчшщъыьэюя', rare: 'ё' },
    { common: 'абвгдежзийклмнопрстуфхцчшщьюяіїє', rare: 'ґ' },
    { common: 'абвгдежзийклмнопрстуфхцчшђјљњћџ', rare: '' },
  ],
  'windows-1252': [
    { common: 'äöüß', rare: 'éèà' },
    { common: 'éèàêç', rare: 'âîôûùëïœ' },
    { common: 'áéíóúñ', rare: 'üºª¿¡' },
    { common: 'áãâçéêíóõú', rare: 'àôºª' },
    { common: 'àèéìòù', rare: 'ºª' },
    { common: 'éëïè', rare: 'öüóê' },
    { common: 'åäö', rare: 'é' },
    { common: 'æøå', rare: 'éö' },
  ],
};

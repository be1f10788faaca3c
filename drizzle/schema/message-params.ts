/**
 * What the sentence of a code needs: figures, names and lists, by name. Labels make the sentence in the reader's language.
 * A row from before codes had parameters keeps its sentence as `text`.
 */
export type MessageParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

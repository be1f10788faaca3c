/** Metadata that exporters (Ultralytics and compatible ones) write into a model. Absent notes are null. */
export interface ModelNotes {
  classNames: string[] | null;
  task: string | null;
  /** True when the model leaves no box twice (its own head or built-in NMS). */
  isEndToEnd: boolean | null;
  inputSize: { width: number; height: number } | null;
  isTransformer: boolean | null;
}

export function readModelNotes(notes: ReadonlyMap<string, string>): ModelNotes {
  const names = notes.get('names');
  const description = notes.get('description') ?? '';
  return {
    classNames: names === undefined ? null : readNames(names),
    task: notes.get('task') ?? null,
    isEndToEnd: readEndToEnd(notes),
    inputSize: readSize(notes.get('imgsz')),
    isTransformer: /rt-?detr/i.test(description) ? true : /yolo/i.test(description) ? false : null,
  };
}

function readEndToEnd(notes: ReadonlyMap<string, string>): boolean | null {
  // The export's arguments are a Python dict: {'nms': True, ...}.
  if (/['"]nms['"]\s*:\s*true/i.test(notes.get('args') ?? '')) return true;
  const word = notes.get('end2end')?.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
}

/** `[height, width]`, or one side. */
function readSize(text: string | undefined): ModelNotes['inputSize'] {
  const [height, width = height] = (text?.match(/\d+/g) ?? []).map(Number);
  return height !== undefined && width !== undefined && height > 0 && width > 0 ? { width, height } : null;
}

const entry = /(\d+|'\d+'|"\d+")\s*:\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/y;
const item = /('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/y;
const between = /[\s,]*/y;

/** A dict or list as Python or JSON write it: `{0: 'cola', 1: "shepherd's pie"}`, `['cola']`. Null when it is neither. */
export function readNames(text: string): string[] | null {
  const body = text.trim();
  const isDict = body.startsWith('{') && body.endsWith('}');
  if (!isDict && !(body.startsWith('[') && body.endsWith(']'))) return null;
  const pattern = isDict ? entry : item;
  const names: string[] = [];
  let at = 1;
  for (;;) {
    between.lastIndex = at;
    at += between.exec(body)?.[0].length ?? 0;
    if (at >= body.length - 1) break;
    pattern.lastIndex = at;
    const found = pattern.exec(body);
    if (!found) return null;
    const number = isDict ? Number((found[1] ?? '').replace(/['"]/g, '')) : names.length;
    // Classes are counted from 0 without holes; a number of millions is no class.
    if (number > 100_000) return null;
    names[number] = unquoted(found.at(-1) ?? '');
    at += found[0].length;
  }
  return names.length > 0 ? Array.from(names, (name, i) => name ?? `class ${i}`) : null;
}

const unquoted = (text: string): string =>
  text.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/g, (_, code: string) => {
    if (code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return code === 'n' ? '\n' : code === 't' ? '\t' : code;
  });

import { planogramLimits } from './limits.ts';
import { type Problem, writePath } from './problem.ts';

/**
 * Finds problems that JSON.parse does not report: the exact location of a syntax error, repeated members and deep nesting.
 * JSON.parse silently uses the last of repeated members, which would lose half a planogram. Returns null for a valid text.
 */
export function scanJson(text: string): Problem | null {
  try {
    const scan = new Scan(text);
    scan.value([]);
    scan.end();
    return scan.repeated;
  } catch (error) {
    if (error instanceof SyntaxAt) {
      const before = text.slice(0, error.at).split('\n');
      const location = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
      return { path: '$', code: 'JSON_INVALID', message: `Not valid JSON at ${location}: ${error.message}.` };
    }
    if (error instanceof TooMany) return { path: error.path, code: 'TOO_MANY', message: error.message };
    throw error;
  }
}

class TooMany extends Error {
  readonly path: string;
  constructor(path: readonly (string | number)[], limit: number, counted: string) {
    super(
      `The file has more than ${limit.toLocaleString('en')} ${counted}, which is the most that can be imported.`,
    );
    this.path = writePath(path);
  }
}

class SyntaxAt extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

const spaces = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids raw control characters in strings
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

class Scan {
  readonly #text: string;
  #at = 0;
  #values = 0;
  repeated: Problem | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  value(path: (string | number)[]): void {
    if (path.length > planogramLimits.jsonDepth) {
      throw new SyntaxAt(this.#at, `nested deeper than ${planogramLimits.jsonDepth} levels`);
    }
    this.#values++;
    if (this.#values > planogramLimits.jsonValues) {
      throw new TooMany([], planogramLimits.jsonValues, 'values');
    }
    this.#take(spaces);
    const next = this.#text[this.#at];
    if (next === '{') this.#members(path);
    else if (next === '[') this.#items(path);
    else if (next === '"') this.#string('a text in double quotes');
    else if (this.#take(scalar) === '') throw this.#unexpected('a value');
  }

  end(): void {
    this.#take(spaces);
    if (this.#at < this.#text.length) throw this.#unexpected('the end of the file');
  }

  #members(path: (string | number)[]): void {
    this.#at++;
    if (this.#closes('}')) return;
    const names = new Set<string>();
    do {
      this.#take(spaces);
      const name = JSON.parse(this.#string('a member name in double quotes')) as string;
      this.#take(spaces);
      if (this.#text[this.#at] !== ':') throw this.#unexpected('a colon after the member name');
      this.#at++;
      const here = [...path, name];
      if (names.has(name)) {
        this.repeated ??= {
          path: writePath(here),
          code: 'FIELD_REPEATED',
          message: `“${name}” is written twice in the same object; only one can be meant.`,
        };
      }
      names.add(name);
      if (names.size > planogramLimits.jsonMembers) {
        throw new TooMany(path, planogramLimits.jsonMembers, 'members in one object');
      }
      this.value(here);
    } while (this.#goesOn('}'));
  }

  #items(path: (string | number)[]): void {
    this.#at++;
    if (this.#closes(']')) return;
    let index = 0;
    do this.value([...path, index++]);
    while (this.#goesOn(']'));
  }

  #closes(bracket: string): boolean {
    this.#take(spaces);
    if (this.#text[this.#at] !== bracket) return false;
    this.#at++;
    return true;
  }

  #goesOn(bracket: string): boolean {
    if (this.#closes(bracket)) return false;
    if (this.#text[this.#at] !== ',') throw this.#unexpected(`a comma or ${bracket}`);
    this.#at++;
    return true;
  }

  #string(wanted: string): string {
    const found = this.#take(string);
    if (found === '') throw this.#unexpected(wanted);
    return found;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #unexpected(wanted: string): SyntaxAt {
    const found = this.#text[this.#at];
    return new SyntaxAt(
      this.#at,
      `${wanted} was expected, but ${found === undefined ? 'the file ends' : `${JSON.stringify(found)} stands`} there`,
    );
  }
}

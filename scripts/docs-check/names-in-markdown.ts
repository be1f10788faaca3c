/** Something that a text names, and where. */
export interface Named {
  file: string;
  line: number;
  name: string;
  /** `code`: in backticks. `link`: a link's target. `prose`: a file's name in plain text. `graphql`: an operation in a fence. */
  as: 'code' | 'link' | 'prose' | 'graphql';
}

const fileName = /(?<![\w/.*<>-])[\w-][\w./-]*\.(?:ts|tsx|mjs|sql|md|graphql)(?![\w-])/g;

/** Returns every name in a Markdown text that something in the repository should bear. */
export function namesInMarkdown(file: string, text: string): Named[] {
  const names: Named[] = [];
  const lines = text.split('\n');
  let fence: { mark: string; language: string; line: number; body: string[] } | undefined;
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    const [, mark, language = ''] = /^\s*(```+|~~~+)\s*(\w*)/.exec(content) ?? [];
    if (mark) {
      if (!fence) fence = { mark, language, line: line + 1, body: [] };
      else {
        if (fence.language === 'graphql')
          names.push({ file, line: fence.line, name: fence.body.join('\n'), as: 'graphql' });
        fence = undefined;
      }
      continue;
    }
    if (fence) {
      fence.body.push(content);
      for (const [command] of content.matchAll(/\bnpm (?:run )?[\w:]+/g))
        names.push({ file, line, name: command, as: 'code' });
      continue;
    }
    names.push(...namesInLine(file, line, content));
  }
  return names;
}

/** Returns the names in one line of prose: code spans, targets of links, and names of files. */
export function namesInLine(file: string, line: number, content: string): Named[] {
  const names: Named[] = [];
  let rest = content.replaceAll(/(`+)(.+?)\1/g, (_span, _mark, name: string) => {
    names.push({ file, line, name: name.trim(), as: 'code' });
    return ' ';
  });
  rest = rest.replaceAll(/\]\(([^)\s]+)\)/g, (_link, target: string) => {
    names.push({ file, line, name: target, as: 'link' });
    return ' ';
  });
  rest = rest.replaceAll(/\bhttps?:\S+/g, ' ');
  for (const [name] of rest.matchAll(fileName)) names.push({ file, line, name, as: 'prose' });
  return names;
}

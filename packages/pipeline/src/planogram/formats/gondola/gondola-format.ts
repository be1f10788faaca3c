import type { PlanogramFormat } from '../planogram-format.ts';
import { parseJsonWith } from '../read-json.ts';
import { parseGondola } from './parse-gondola.ts';

export const gondolaFormat: PlanogramFormat = {
  syntax: 'json',
  sniff: (head) => {
    const text = head.text();
    return text.startsWith('{') && /"format"\s*:\s*"gondola-planogram/.test(text);
  },
  parse: (content) => parseJsonWith(content, parseGondola),
};

import type { PlanogramFormat } from '../planogram-format.ts';
import { parseJsonWith } from '../read-json.ts';
import { parseAzure } from './parse-azure.ts';

const members = /"(planogram|fixtures|products|positions)"\s*:/i;
/** Members of our own JSON and of other formats with the names above. */
const foreignMembers = /"(sku|widthMm)"\s*:/;

export const azureFormat: PlanogramFormat = {
  syntax: 'json',
  sniff: (head) => {
    const text = head.text();
    return text.startsWith('{') && members.test(text) && !foreignMembers.test(text);
  },
  parse: (content, options) => parseJsonWith(content, (file) => parseAzure(file, options)),
};

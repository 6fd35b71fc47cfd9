// Changes to the text of a document: cut off, not JSON at all, nested without end, numbers that JSON knows and a double
// does not.

import type { TextMutation } from './mutation.ts';
import { ODD_TEXTS, pick } from './odd-values.ts';

const DEPTH = 100_000;

/** Texts that are not documents, and some that are not JSON. */
const OTHER_TEXTS: readonly string[] = [
  '',
  '\n',
  'null',
  '[]',
  '{}',
  '0',
  '"text"',
  '{"schemaVersion":2}',
  '{"schemaVersion":1,"scenarios":[]}',
  '{"schemaVersion":1,"scenarios":null,"cells":{}}',
  `${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`,
  `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`,
  '\u0000\u0001\u0002',
  'PK\u0003\u0004\u0014',
  '<!doctype html><title>404</title>',
  ...ODD_TEXTS,
];

/** Replaces one match, drawn from all. */
function replaceOne(text: string, what: RegExp, by: string, random: () => number): string {
  const matches = [...text.matchAll(what)];
  if (matches.length === 0) return text;
  const { index, 0: found } = pick(matches, random);
  return text.slice(0, index) + by + text.slice(index + found.length);
}

export const textMutations: readonly TextMutation[] = [
  { id: 'cut off', applyToText: (text, random) => text.slice(0, Math.floor(random() * text.length)) },
  { id: 'its beginning lost', applyToText: (text, random) => text.slice(Math.floor(random() * text.length)) },
  { id: 'another text', applyToText: (_, random) => pick(OTHER_TEXTS, random) },
  {
    id: 'a number that is none',
    applyToText: (text, random) =>
      replaceOne(
        text,
        /(?<=:)\d[\d.]*/g,
        pick(['1e999', '-1e999', '1e-999', '-0', 'NaN', '01', '0x10'], random),
        random,
      ),
  },
  {
    id: 'a character put in',
    applyToText(text, random) {
      const at = Math.floor(random() * text.length);
      return text.slice(0, at) + pick(ODD_TEXTS, random) + text.slice(at);
    },
  },
  { id: 'a byte order mark', applyToText: (text) => `\ufeff${text}` },
  {
    id: 'nested without end',
    applyToText: (text, random) =>
      replaceOne(text, /(?<=:)\d[\d.]*/g, `${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`, random),
  },
  {
    id: 'a field twice',
    applyToText: (text, random) =>
      replaceOne(text, /"(?:cells|scenarios|seed|samples|wallMs)":/g, '"cells":[],"seed":1,"wallMs":', random),
  },
];

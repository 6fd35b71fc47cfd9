// Colour for what is good, bad or doubtful, and nothing else: a page must say the same without it.

import { styleText } from 'node:util';
import type { Tone } from '../page/page.ts';

const STYLES = { good: 'green', bad: 'red', doubt: 'yellow', quiet: 'dim', strong: 'bold' } as const;

/** Styles each line of a text, or returns it as it is where colour is not welcome. */
export function paint(text: string, tone: Tone | 'strong' | null, color: boolean): string {
  if (!color || tone === null || text === '') return text;
  // Whether colour is welcome was decided by the caller; the stream is not asked again.
  const style = (line: string) => styleText(STYLES[tone], line, { validateStream: false });
  return text.split('\n').map(style).join('\n');
}

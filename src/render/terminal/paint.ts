// Colour for verdict words, and nothing else: a table must say the same without it.

/** What a word means for the reader. */
export type Tone = 'good' | 'bad' | 'doubt' | 'quiet' | 'strong';

const CODES: Record<Tone, number> = { good: 32, bad: 31, doubt: 33, quiet: 2, strong: 1 };

/** Wraps text in the tone's escape codes, or returns it as it is where colour is not welcome. */
export function paint(text: string, tone: Tone | null, color: boolean): string {
  if (!color || tone === null || text === '') return text;
  return text
    .split('\n')
    .map((line) => `\u001b[${CODES[tone]}m${line}\u001b[0m`)
    .join('\n');
}

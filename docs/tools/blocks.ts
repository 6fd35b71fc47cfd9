// The code blocks of a page, for tests that run what a page shows, the README among them.

/** One fenced block. */
export interface Block {
  /** The word after the fence, such as `ts`; empty where there is none. */
  readonly language: string;
  readonly text: string;
  /** Line of its opening fence, from 1. */
  readonly line: number;
  /** The file that it is, where the paragraph above it is a file's name and nothing else. */
  readonly file: string | null;
}

/** All blocks of a page of Markdown, in order. */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(({ 1: language = '', 2: text = '', index }) => {
    const above = page.slice(0, index);
    const [, file = null] = /(?:^|\n)`([\w./-]+\.\w+)`:?\n\n$/.exec(above) ?? [];
    return { language, text, line: above.split('\n').length, file };
  });
}

/** The commands of a shell block, one a line, without comments. */
export function commandsOf({ text }: Block): string[] {
  return text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)# .*$/, '').trim())
    .filter((line) => line !== '');
}

/** A command as a shell splits it: by spaces, with quotes around what has some. */
export function wordsOf(command: string): string[] {
  const words = command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double));
}

/** The ways in which pages run the program, with the words that each stands for. */
const RUNNERS: readonly (readonly [start: string, words: readonly string[]])[] = [
  ['npx overlap-bench', []],
  ['npm run overlap --', []],
  ['npm run bench --', ['run']],
  ['npm run bench', ['run']],
  ['overlap', []],
];

/** The words after `overlap`, for a command that runs it in any of the ways that pages use; null for any other. */
export function overlapArguments(command: string): string[] | null {
  const runner = RUNNERS.find(([start]) => command === start || command.startsWith(`${start} `));
  return runner === undefined ? null : [...runner[1], ...wordsOf(command.slice(runner[0].length))];
}

import { expect, it } from 'vitest';
import { blocksOf, commandsOf, overlapArguments, wordsOf } from './blocks.ts';

const PAGE = [
  '`a.ts`',
  '',
  '```ts',
  'one',
  '```',
  '',
  'Not `b.js`:',
  '',
  '```sh',
  'first',
  '```',
  '',
  '```',
  'plain',
  '```',
].join('\n');

it('blocks know their language, their line, and the file that a line above names', () => {
  expect(blocksOf(PAGE)).toEqual([
    { language: 'ts', text: 'one\n', line: 3, file: 'a.ts' },
    { language: 'sh', text: 'first\n', line: 9, file: null },
    { language: '', text: 'plain\n', line: 13, file: null },
  ]);
});

it('commands stand on lines, which a backslash joins, and have comments', () => {
  const text = "# all\nnpx a  # why\n\nnpx b \\\n  --flag\nnpx c '#1' a#b\n";
  expect(commandsOf({ language: 'sh', text, line: 1, file: null })).toEqual([
    'npx a',
    'npx b    --flag',
    "npx c '#1' a#b",
  ]);
});

it('words are split at spaces, with quotes around what has some', () => {
  expect(wordsOf(`run 'a b' "c d" --x='e f' g`)).toEqual(['run', 'a b', 'c d', '--x=e f', 'g']);
});

it.each([
  ['npx overlap-bench run x.ts', ['run', 'x.ts']],
  ['overlap show', ['show']],
  ['npm run overlap -- list', ['list']],
  ['npm run bench', ['run']],
  ['npm run bench -- --quick', ['run', '--quick']],
  ['npx overlap run x.ts', null],
  ['npm run benchmark', null],
  ['overlapping', null],
])('%s is the program with %j', (command, args) => {
  expect(overlapArguments(command)).toEqual(args);
});

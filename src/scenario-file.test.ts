import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { isScenarioPath, scenarioIdOf } from './scenario-file.ts';

it.each([
  ['count-primes.ts', 'count-primes'],
  ['plain.mjs', 'plain'],
  ['plain.cts', 'plain'],
  ['view.tsx', 'view'],
  ['my.scenario.ts', 'my'],
  ['my.other.ts', 'my.other'],
  ['scenario.ts', 'scenario'],
  ['.scenario.ts', '.scenario'],
  ['my file #1? 100%.mjs', 'my-file-1-100'],
  ['it\'s "quoted" $HOME `x`.js', 'it-s-quoted-HOME-x'],
  ['-rf.js', 'rf'],
  ['Größe.ts', 'Größe'],
  ['Größe.ts'.normalize('NFD'), 'Größe'],
  ['🚀 fast.ts', '🚀-fast'],
  ['line\nbreak\u001b[31m.ts', 'line-break-31m'],
  ['#.ts', 'scenario'],
])('the id of %j is %j', (name, id) => {
  expect(scenarioIdOf(pathToFileURL(`/some/where/${name}`).href)).toBe(id);
});

it.each(['./mine', 'a/b', 'a.ts', 'a.cjs', 'a.tsx', 'C:\\a'])('%s is the path of a file', (word) => {
  expect(isScenarioPath(word)).toBe(true);
});

it.each(['count-primes', 'a.b', 'ts'])('%s is the id of a scenario', (word) => {
  expect(isScenarioPath(word)).toBe(false);
});

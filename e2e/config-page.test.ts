// The page about a project of one's own: its commands work in an empty folder, in their order, and its table has every key.

import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blocksOf } from '../docs/tools/blocks.ts';
import { CONFIG_KEYS } from '../src/cli/config/config-keys.ts';
import { callOverlap } from '../src/cli/testing.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(join(ROOT, 'docs/config.md'), 'utf8');
const blocks = blocksOf(page);

const home = process.cwd();
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-page-'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** The words of a command of the page. */
const wordsOf = (command: string) =>
  [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

it('every command works, from top to bottom, with the config file where the page has it', {
  timeout: 120_000,
}, async () => {
  const said: string[] = [];
  for (const { language, text } of blocks) {
    if (language === 'ts') writeFileSync('overlap.config.ts', text);
    for (const command of language === 'sh' ? text.trim().split('\n') : []) {
      if (command.includes('base.json')) {
        mkdirSync('.overlap', { recursive: true });
        for (const [name, example] of [
          ['base', 'two-cores'],
          ['head', 'two-cores-again'],
        ]) {
          copyFileSync(join(ROOT, `results/examples/${example}.json`), `.overlap/${name}.json`);
        }
      }
      const [program, ...args] = wordsOf(command);
      expect(program).toBe('overlap');
      const { code, stdout, stderr } = await callOverlap(args);
      // One round may fail an audit on a busy machine; nothing may be refused.
      expect([0, 1, 3, 4], `${command}: ${stderr}`).toContain(code);
      expect(stdout.length, command).toBeGreaterThan(50);
      said.push(...stderr.split('\n').filter((line) => line.startsWith('overlap.config.ts')));
    }
  }
  expect(said).toEqual([
    'overlap.config.ts sets scenarios.',
    'overlap.config.ts sets scenarios, strategies, concurrency, budget.',
    'overlap.config.ts sets margin.',
  ]);
  expect(readdirSync('.').sort()).toEqual(['.overlap', 'my.scenario.mjs', 'overlap.config.ts', 'results']);
});

it('the table has every key with its flag, and what it gives way to', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \| (\S+)[^|]*\|[^|]*\|([^|]*)\|$/gm)].map(
    ([, key = '', flag = '', to = '']) => [key, flag.replaceAll('`', ''), to.trim().replaceAll('`', '')],
  );
  expect(rows).toEqual(
    Object.entries(CONFIG_KEYS).map(([key, { flag = 'names', yieldsTo = [] }]) => [
      key,
      flag,
      [...(key === 'scenarios' ? ['names'] : []), ...yieldsTo].join(', ').replace('scenario', 'names'),
    ]),
  );
});

// Config files are anybody's code: what it does happens in another process, and comes back as a sentence.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from './config-process.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function load(name: string, text: string, answerMs?: number): Promise<object> {
  const path = join(folder, name);
  writeFileSync(path, text);
  return loadConfig(pathToFileURL(path).href, 'the file', [], answerMs);
}

const DEFINED = "import { defineConfig } from 'overlap-bench';\n";

describe('a config file', () => {
  it.each([
    ['typed.ts', `${DEFINED}const rounds: number = 3;\nexport default defineConfig({ rounds, tags: ['a'] });`],
    ['module.mjs', `${DEFINED}export default defineConfig({ rounds: 3, tags: ['a'] });`],
    ['common.cjs', "module.exports = require('overlap-bench').defineConfig({ rounds: 3, tags: ['a'] });"],
  ])('%s is loaded as it is written', async (name, text) => {
    expect(await load(name, text)).toEqual({ rounds: 3, tags: ['a'] });
  });

  it.each([
    ['throws', "throw new Error('out of paint')", 'CONFIG_LOAD', /^the file does not load: out of paint/],
    ['is-broken', 'export default {', 'CONFIG_LOAD', /^the file does not load: /],
    ['exits', 'process.exit(3)', 'CONFIG_LOAD', /^the file does not load: its process exited with code 3$/],
    [
      'says-nothing',
      'export const rounds = 3',
      'CONFIG_INVALID',
      /^the file: expected `export default .*got no default/,
    ],
    ['is-a-list', 'export default []', 'CONFIG_INVALID', /got a list$/],
    ['is-null', 'export default null', 'CONFIG_INVALID', /got null$/],
    ['is-a-function', 'export default () => ({})', 'CONFIG_INVALID', /got a function$/],
    [
      'holds-code',
      'export default { rounds: () => 3 }',
      'CONFIG_INVALID',
      /^the file: rounds: expected plain .*a function$/,
    ],
    ['holds-deep', 'export default { tags: [() => 3] }', 'CONFIG_INVALID', /^the file: tags: expected plain .*a list$/],
  ])('that %s is refused', async (name, text, code, message) => {
    await expect(load(`${name}.mjs`, text)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('that never ends is given up, and its process ended', async () => {
    const pidPath = join(folder, 'pid');
    const text = `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(pidPath)}, String(process.pid));\nfor (;;);`;
    await expect(load('spins.mjs', text, 1_500)).rejects.toMatchObject({
      code: 'CONFIG_LOAD',
      message: 'the file does not load: it did not answer within 1.5 s',
      hint: expect.stringContaining('`--no-config`'),
    });
    const { readFileSync } = await import('node:fs');
    expect(() => process.kill(Number(readFileSync(pidPath, 'utf8')), 0)).toThrow('ESRCH');
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CONFIG_NAMES, findConfig } from './find-config.ts';

const home = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'find-config-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

it.each(CONFIG_NAMES)('%s counts where it stands, and nothing does where none is or --no-config says so', (name) => {
  expect(findConfig(undefined)).toBeNull();
  writeFileSync(name, '');
  expect(findConfig(undefined)).toBe(name);
  expect(findConfig(false)).toBeNull();
});

it('goes by every ending of a scenario file', () => {
  expect(CONFIG_NAMES.map((name) => name.split('.')[2])).toEqual(['ts', 'mts', 'cts', 'js', 'mjs', 'cjs']);
});

it('refuses to choose between two, unless one is named', () => {
  writeFileSync('overlap.config.ts', '');
  writeFileSync('overlap.config.mjs', '');
  expect(() => findConfig(undefined)).toThrow('got overlap.config.ts and overlap.config.mjs');
  expect(findConfig('overlap.config.mjs')).toBe('overlap.config.mjs');
});

it('refuses a named one that is not there', () => {
  writeFileSync('overlap.config.ts', '');
  expect(() => findConfig('gone.ts')).toThrow(
    expect.objectContaining({
      code: 'CONFIG_LOAD',
      message: expect.stringMatching(/^--config: .*gone\.ts does not exist$/),
    }),
  );
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveText } from './save-text.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'save-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('writes where it is told, and nowhere else', async () => {
  await saveText(join(folder, 'new', 'x.json'), 'numbers', folder);
  expect(readFileSync(join(folder, 'new', 'x.json'), 'utf8')).toBe('numbers');
  expect(readdirSync(folder)).toEqual(['new']);
});

it('keeps the numbers elsewhere when the place has gone, and says so', async () => {
  mkdirSync(join(folder, 'taken'));
  const failure = await saveText(join(folder, 'taken'), 'numbers', folder).catch((thrown) => thrown);
  const [, kept = ''] = /The numbers are kept in (.*)\.$/.exec(failure.hint) ?? [];
  expect(failure.code).toBe('FILE_WRITE');
  expect(failure.message).toContain(join(folder, 'taken'));
  expect(readFileSync(kept, 'utf8')).toBe('numbers');
});

it('promises nothing when there is no such place either', async () => {
  mkdirSync(join(folder, 'taken'));
  writeFileSync(join(folder, 'file'), '');
  const failure = await saveText(join(folder, 'taken'), 'numbers', join(folder, 'file')).catch((thrown) => thrown);
  expect(failure.code).toBe('FILE_WRITE');
  expect(failure.hint).not.toContain('kept');
});

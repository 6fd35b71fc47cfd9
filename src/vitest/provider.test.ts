// Vitest itself, with the provider, on the benchmarks of a user: one process for all that only it can show.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';

const VITEST = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const CONFIG = fileURLToPath(new URL('./testing/vitest.config.ts', import.meta.url));

interface JsonTest {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

let tests: readonly JsonTest[] = [];
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'overlap-vitest-'));
  const outputFile = join(folder, 'output.json');
  const args = [VITEST, 'bench', '--run', '--config', CONFIG, '--reporter', 'json', '--outputFile', outputFile];
  await new Promise((resolve) => execFile(process.execPath, args, resolve));
  tests = JSON.parse(readFileSync(outputFile, 'utf8')).testResults[0].assertionResults;
  rmSync(folder, { recursive: true });
}, 60_000);

const messagesOf = (title: string) => tests.find((one) => one.title === title)?.failureMessages.join('\n');

it('passes what is decided, and fails what is not', () => {
  expect(tests).toHaveLength(6);
  const failed = tests.filter(({ status }) => status === 'failed').map(({ title }) => title);
  expect(failed).toEqual(tests.map(({ title }) => title).filter((title) => title.startsWith('fails: ')));
});

it('tells what was measured', () => {
  const message = messagesOf('fails: the heavy one is not faster');
  expect(message).toContain('Expected "heavy" to be decidedly faster than "light", by more than 1 %: slower.');
  expect(message).toMatch(/"heavy" is 0\.\d+ times as fast as "light" \(0\.\d+ to 0\.\d+ at 99 %; \d+ rounds/);
});

it('lets out what a function throws, and what cannot be compared', () => {
  expect(messagesOf('fails: the function throws')).toMatch(/^TypeError: thrown by a user/);
  expect(messagesOf('fails: nothing is faster than itself measured later')).toContain('one after the other');
});

it('ends where vitest calls a test off', () => {
  expect(messagesOf('fails: it takes too long, and is ended')).toContain('Test timed out in 300ms');
});

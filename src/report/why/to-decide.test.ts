// The command that would decide asks the same server, from the same file, with the same parameters.

import { expect, test } from 'vitest';
import type { Settings } from '../../model/document/document.ts';
import { dataOf } from '../testing/one-scenario.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import { toDecide } from './to-decide.ts';

const OPEN = { interval: { ratio: 1.5, low: 0.9, high: 2.3 } } as Parameters<typeof toDecide>[1][number];
const told = (settings: Partial<Settings>, file?: string) => {
  const data = dataOf({ ...downloadPages, ...(file && { file }) }, { settings: { concurrencies: null, ...settings } });
  return toDecide(data.arms.slice(0, 2), [OPEN], data);
};

test('a file is named as it can be typed', () => {
  expect(told({})).toMatch(/^run `overlap run download-pages --strategy/);
  expect(told({}, 'bench/a.ts')).toMatch(/^run `overlap run bench\/a\.ts --strategy/);
  expect(told({}, "it's a.ts")).toContain("overlap run 'it'\\''s a.ts' --strategy");
});

test('the server and the parameters are named as the flags named them', () => {
  expect(told({ target: 'http://127.0.0.1:3000' })).toContain(' --target http://127.0.0.1:3000 --epochs');
  expect(told({ onPort: 'node a.js {port}' })).toContain(" --on-port 'node a.js {port}' --epochs");
  expect(told({ parameters: { pages: '20', path: 'a b' } })).toContain(" --param pages=20 --param 'path=a b' --epochs");
});

test('a run that may send few requests is not decided by time alone', () => {
  expect(told({ target: 'http://192.0.2.1', mostRequestCount: 1_000 })).toBe(
    'more requests (`--max-requests`) and a larger `--budget` may decide it',
  );
});

import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../model/scenario.ts';
import { PLAIN_WISHES } from '../../model/testing/plain-wishes.ts';
import { summaryOf } from './summary.ts';

const WORDS = {
  id: 's',
  url: pathToFileURL(join(process.cwd(), '..', 's.mjs')).href,
  kind: 'cpu',
  title: 'T',
  question: 'Q?',
  explanation: 'E',
  taskCount: 3,
} as const;
const summaryWith = (wishes: object) => summaryOf({ ...WORDS, inputs: () => [], cpu: () => 1, ...wishes } as Scenario);

describe('the summary of a scenario', () => {
  it('is plain data: its words and wishes, none of its code', () => {
    const fixture = { inServiceLimit: 4, seed: undefined };
    expect(summaryWith({ concurrency: 2, allowFailures: true, fixture })).toEqual({
      ...{ ...PLAIN_WISHES, ...WORDS, file: '../s.mjs' },
      ...{ concurrency: 2, allowFailures: true, fixture: { inServiceLimit: 4 } },
    });
    const more = { tags: ['slow'], service: 'node shop.js', parameters: { pages: 20 } };
    expect(summaryWith({ ...more, teardown: () => {} })).toEqual({
      ...{ ...PLAIN_WISHES, ...WORDS, file: '../s.mjs' },
      ...{ ...more, hasTeardown: true },
    });
  });

  it('names the file as it can be typed where it stands, and none for what comes with the suite', () => {
    expect(summaryWith({ url: pathToFileURL(join(process.cwd(), 'mine', 'a b.ts')).href }).file).toBe('mine/a b.ts');
    expect(summaryWith({ url: new URL('../../../benchmarks/io/x.ts', import.meta.url).href }).file).toBeNull();
  });

  it('refuses a wish that no server can meet, with its name, its range and what came', () => {
    expect(() => summaryWith({ fixture: { inServiceLimit: 0 } })).toThrow(
      expect.objectContaining({
        code: 'SCENARIO_INVALID',
        message: `Scenario 's', \`fixture\`: inServiceLimit: expected a whole number from 1 to 1000000, got 0 (${resolve('..', 's.mjs')})`,
      }),
    );
    expect(() => summaryWith({ fixture: { port: 80 } })).toThrow(/`fixture`: port: expected one of/);
  });
});

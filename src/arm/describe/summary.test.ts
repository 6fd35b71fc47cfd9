import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../model/scenario.ts';
import { summaryOf } from './summary.ts';

const WORDS = {
  id: 's',
  url: 'file:///s.mjs',
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
      ...WORDS,
      ...{ concurrency: 2, allowFailures: true, fixture: { inServiceLimit: 4 } },
    });
    expect(summaryWith({})).toEqual({ ...WORDS, concurrency: null, allowFailures: false, fixture: {} });
  });

  it('refuses a wish that no server can meet, with its name, its range and what came', () => {
    expect(() => summaryWith({ fixture: { inServiceLimit: 0 } })).toThrow(
      expect.objectContaining({
        code: 'SCENARIO_INVALID',
        message: "Scenario 's', `fixture`: inServiceLimit: expected a whole number from 1 to 1000000, got 0 (/s.mjs)",
      }),
    );
    expect(() => summaryWith({ fixture: { port: 80 } })).toThrow(/`fixture`: port: expected one of/);
  });
});

// The longest files begin first, so that none of them is left for last while every other worker has nothing to do. A fresh clone has
// no times of an earlier run to go by.

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Minutes each, the longest first. */
const LONGEST = [
  'e2e/lessons.test.ts',
  'e2e/html-report.test.ts',
  'e2e/docs.test.ts',
  'e2e/scenarios.test.ts',
  'e2e/gate-verdicts.test.ts',
  'e2e/vitest-provider.test.ts',
  'e2e/gate-endings.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((path) => moduleId.endsWith(`/${path}`));
      return place === -1 ? LONGEST.length : place;
    };
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

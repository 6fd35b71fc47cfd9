// Lessons surprise on purpose: anybody can run one by name, nobody gets one by accident.

import { describe, expect, it } from 'vitest';
import { scenarioIdOf } from '../scenario-file.ts';
import { findScenarios, lessonUrls, limitUrls, scenarioUrls } from './discover.ts';

describe('discovery', () => {
  it('lists lessons apart from scenarios', () => {
    expect(lessonUrls().map(scenarioIdOf)).toContain('lying-kernel');
    expect(limitUrls().map(scenarioIdOf)).toContain('capped-peer');
    const byNameOnly = [...limitUrls(), ...lessonUrls()];
    expect(scenarioUrls().filter((url) => byNameOnly.includes(url))).toEqual([]);
  });

  it('runs every scenario and no lesson when none is named', async () => {
    const found = await findScenarios([]);
    expect(found.map(({ url }) => url)).toEqual(scenarioUrls());
  });

  it('finds a lesson by name, beside a scenario', async () => {
    const found = await findScenarios(['lying-kernel', 'capped-peer', 'count-primes']);
    expect(found.map(({ id }) => id)).toEqual(['lying-kernel', 'capped-peer', 'count-primes']);
    expect(found.map(({ fixture }) => fixture)).toEqual([{}, { inServiceLimit: 4, queueLimit: 100 }, {}]);
  });

  it('offers lessons to whoever mistypes one', async () => {
    await expect(findScenarios(['lying-kernal'])).rejects.toThrow(/did you mean 'lying-kernel'/);
  });
});

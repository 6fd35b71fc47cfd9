// The benchmark provider for vitest, `benchmark: { provider: 'overlap-bench/vitest' }`: measures the functions of a
// `bench.compare` in mixed rounds, so that they can be held against each other pair by pair. Vitest imports it in each worker.

import type { BenchmarkProvider } from 'vitest';
import { seededRandom } from '../model/seeded-random.ts';
import { benchResult } from './bench-result.ts';
import { nextTurn, threadClock } from './measuring/clock.ts';
import { groupOptions } from './measuring/group-options.ts';
import { attachRounds, samplesOf } from './measuring/group-rounds.ts';
import { measureGroup } from './measuring/measure-group.ts';
import { noteOf } from './note.ts';

let groupCount = 0;

const provider: BenchmarkProvider = {
  async run(group) {
    const options = groupOptions(group);
    const { throwIfAborted, retainsSamples } = options;
    const random = seededRandom(++groupCount);
    const world = { clock: threadClock, nextTurn, random, throwIfAborted };
    const measured = await measureGroup(group.registrations, options, threadClock, world);
    const results = group.registrations.map(({ name, fnOpts }, index) => {
      const samples = { sampleMs: samplesOf({ group: measured, index }), callCount: measured.callCount };
      const result = benchResult(name, samples, fnOpts?.retainSamples ?? retainsSamples);
      attachRounds(result, { group: measured, index });
      return result;
    });
    const note = noteOf(measured);
    if (note !== null) await group.test.context.annotate(note, 'overlap-bench');
    return results;
  },
};

export default provider;

// Real samples of arms that are the same code, taken by the harness itself: fresh processes for each epoch, both alive,
// one active at a time, order by coin. Small enough for a study of half a minute.

import type { ScenarioSummary } from '../../src/model/scenario.ts';
import { usesWorkers } from '../../src/model/shape.ts';
import { planArms } from '../../src/runner/plan/arms.ts';
import { describeScenarios } from '../../src/runner/processes/describing-process.ts';
import { Epoch } from '../../src/runner/processes/epoch.ts';
import { FixtureServers } from '../../src/runner/processes/fixture-servers.ts';
import { CellRecorder } from '../../src/runner/recording/cell-recorder.ts';
import { STRATEGIES } from '../../src/strategies/registry.ts';
import type { Session, SessionEpoch } from '../sessions/session.ts';

/** How much to sample. */
export interface SamplingPlan {
  /** Rounds of each workload, for each epoch. */
  readonly epochRounds: readonly number[];
  readonly random: () => number;
  readonly write: (line: string) => void;
}

/** Batches before the first round; network code takes long to reach its final tier, in each process at its own time. */
const WORKS = [
  { name: 'compute', warmupCount: 100 },
  { name: 'wait', warmupCount: 60 },
  { name: 'brief', warmupCount: 200 },
] as const;
const DEADLINE_MS = 30_000;

/** Samples twins under each workload; one session each. Leaves no process behind. */
export async function sampleTwins({ epochRounds, random, write }: SamplingPlan): Promise<Session[]> {
  const servers = new FixtureServers();
  const urls = WORKS.map(({ name }) => new URL(`./scenario-${name}.ts`, import.meta.url).href);
  const scenarios = await describeScenarios(urls);
  const sessions = WORKS.map(({ name }) => ({ name: `real, ${name}`, epochs: [] as SessionEpoch[] }));
  try {
    for (const [epoch, roundCount] of epochRounds.entries()) {
      write(`sampling identical arms: epoch ${epoch + 1} of ${epochRounds.length}`);
      for (const [index, work] of WORKS.entries()) {
        const scenario = scenarios[index];
        if (!scenario || scenario instanceof Error) throw scenario ?? new Error(`no scenario for ${work.name}`);
        sessions[index]?.epochs.push(await sampleEpoch(twinsOf(scenario), work, roundCount));
      }
    }
    return sessions;
  } finally {
    await servers.close();
  }

  async function sampleEpoch(
    twins: readonly CellRecorder[],
    { warmupCount }: (typeof WORKS)[number],
    roundCount: number,
  ): Promise<SessionEpoch> {
    const { signal } = new AbortController();
    const epoch = await Epoch.open(twins, servers, { deadlineMs: DEADLINE_MS, signal });
    const aFirst = Array.from({ length: roundCount }, () => random() < 0.5);
    try {
      for (let batch = 0; batch < warmupCount; batch++) for (const arm of twins.keys()) await epoch.warmUp(arm);
      for (const [round, first] of aFirst.entries()) await epoch.runRound(0, round, first ? [0, 1] : [1, 0]);
      await epoch.close();
    } finally {
      await epoch.kill();
    }
    const [a, b] = twins.map((twin) => {
      const { status, samples } = twin.toCell();
      if (status.state === 'failed') throw new Error(status.failure.message);
      return samples.map(({ wallMs }) => wallMs);
    });
    return { a: a ?? [], b: b ?? [], aFirst };
  }
}

/** An arm that starts all tasks at once, and its placebo. */
function twinsOf(scenario: ScenarioSummary): CellRecorder[] {
  const together = STRATEGIES.filter(({ shape }) => shape.waits === 'all' && !usesWorkers(shape)).slice(0, 1);
  const { arms } = planArms(scenario, together, { concurrencies: null, threadCounts: [] });
  return arms.map((arm) => new CellRecorder(scenario, arm, scenario.taskCount));
}

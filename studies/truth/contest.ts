// One run of the program with the plain script beside it: after each round of the program's arms, the script times a few
// rounds of its own. A machine like this may be half as fast a few seconds later; so both meet the same moments.

import { fileURLToPath } from 'node:url';
import { settingsOf } from '../../src/api/running/run-settings.ts';
import type { Row, WorkShares } from '../../src/model/report/report.ts';
import type { Strategy } from '../../src/model/strategy.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { findScenarios } from '../../src/runner/discover.ts';
import { openRealWorld } from '../../src/runner/processes/real-world.ts';
import { runBenchmarks } from '../../src/runner/run-benchmarks.ts';
import type { World } from '../../src/runner/world.ts';
import { gather } from '../../src/strategies/gather.ts';
import { pool } from '../../src/strategies/pool.ts';
import { sequential } from '../../src/strategies/sequential.ts';
import { type PlainRound, PlainScript } from './plain-script.ts';

/** The ways of the plain script, by the strategies that do the same; the reference first. */
export const WAYS: readonly { readonly way: string; readonly strategy: Strategy }[] = [
  { way: 'oneByOne', strategy: sequential },
  { way: 'allAtOnce', strategy: gather },
  { way: 'twoWorkers', strategy: pool },
];

/**
 * Rounds of the script after each of the program's. What is to judge an interval has to be known better than the interval:
 * with as many rounds as the program, a right interval of 95 % holds the script's estimate in 83 % of the cases only.
 */
export const SCRIPT_ROUNDS = 3;

/** How long each side may take. */
export interface Times {
  /** The script runs every way for as long before it times anything. */
  readonly warmMs: number;
  /** Of the program; the rounds of the script come on top. */
  readonly budgetMs: number;
}

/** What both sides found in one run. */
export interface Turn {
  readonly plain: readonly PlainRound[];
  /** Without the placebo. */
  readonly rows: readonly Row[];
  /** What the program found the work to be; null where it found out nothing. */
  readonly work: WorkShares | null;
}

/** Runs the program once on one scenario file, all its processes and the script's fresh. */
export async function takeTurn(url: string, origin: string, { warmMs, budgetMs }: Times, seed: number): Promise<Turn> {
  const scenarios = await findScenarios([fileURLToPath(url)]);
  const strategies = WAYS.map(({ strategy }) => strategy);
  const settings = settingsOf(scenarios, strategies, { threads: 2, budgetMs }, String);
  const request = { scenarios, strategies, settings, seed, tool: { name: 'study truth', version: '1' } };
  const { signal } = new AbortController();
  const script = await PlainScript.open({ url, origin, warmMs, ways: WAYS.map(({ way }) => way) });
  try {
    const plain: PlainRound[] = [];
    const world = withRoundsBeside(openRealWorld(request, signal), async () => {
      for (let round = 0; round < SCRIPT_ROUNDS; round++) plain.push(await script.round());
    });
    const surroundings = { journal: { append() {} }, earlier: null, onProgress() {}, signal };
    const [scenario] = buildReport(await runBenchmarks(request, surroundings, world)).scenarios;
    return { plain, rows: (scenario?.rows ?? []).filter(({ placebo }) => !placebo), work: scenario?.work ?? null };
  } finally {
    script.close();
  }
}

/** The same world, in which something else is done after each round, and its clock stands still meanwhile. */
function withRoundsBeside(world: World, beside: () => Promise<void>): World {
  let besideMs = 0;
  return {
    ...world,
    now: () => world.now() - besideMs,
    async openEpoch(cells) {
      const epoch = await world.openEpoch(cells);
      const runRound = epoch.runRound.bind(epoch);
      epoch.runRound = async (...place) => {
        await runRound(...place);
        const fromMs = world.now();
        await beside();
        besideMs += world.now() - fromMs;
      };
      return epoch;
    },
  };
}

// The door to the runner: whatever this program asks of it is asked here. What measures is loaded when something is measured:
// a list of names shall not wait for it.

import type { Preflight, ResultDocument } from '../model/document/document.ts';
import type { RunRequest } from '../runner/plan/run-settings.ts';
import type { OnLost } from '../runner/recording/journal.ts';
import type { RunSurroundings } from '../runner/run-benchmarks.ts';

export { narrowed } from '../runner/choosing/narrow.ts';
export { describeScenarios } from '../runner/describe-scenarios.ts';
export {
  exampleUrls,
  lessonUrls,
  limitUrls,
  nearestHint,
  scenarioFiles,
  scenarioUrls,
  shippedUrls,
} from '../runner/discover.ts';
export { planArms } from '../runner/plan/arms.ts';
export { hasPlacebo } from '../runner/plan/placebo.ts';
export { assertGentle, REQUESTS_PER_SECOND } from '../runner/plan/servers/request-budget.ts';

/** What a config file says, unchecked. Throws `CONFIG_LOAD`, or `CONFIG_INVALID` for what is no plain object. */
export async function loadConfig(url: string, name: string, imports: readonly string[]): Promise<object> {
  const { loadConfig: load } = await import('../runner/processes/config-process.ts');
  return load(url, name, imports);
}

/** Measures what this machine charges. Throws `MACHINE_LIMIT`, `FIXTURE_START` or `INTERRUPTED`. */
export async function measurePrices(threads: number, signal: AbortSignal): Promise<Preflight> {
  const [{ FixtureProcess }, { runPreflight }] = await Promise.all([
    import('../runner/processes/fixture-process.ts'),
    import('../runner/processes/preflight-process.ts'),
  ]);
  const fixture = await FixtureProcess.start();
  try {
    return await runPreflight(fixture.origin, threads, signal);
  } finally {
    await fixture.close();
  }
}

/** A run that is ready to start; its rounds go into a journal. */
export interface ReadyRun {
  /** Null while nothing is kept. */
  readonly keptIn: string | null;
  /** Rounds that an unfinished run of the same configuration left behind, and that this one replaces. */
  readonly replacedRoundCount: number;
  /** Measures. Throws `MACHINE_LIMIT`, `FIXTURE_START` or `FIXTURE_LOST`; the journal keeps what was measured. */
  start(surroundings: Pick<RunSurroundings, 'onProgress' | 'signal' | 'onRequestsSpent'>): Promise<ResultDocument>;
  /** Removes the journal: its rounds are saved. */
  forget(): void;
  /** Leaves the journal to whoever resumes it: its rounds could not be saved. */
  leave(): void;
}

/**
 * Prepares a run, or the rest of an unfinished one with `resume`; `onLost` is told when the journal cannot be written.
 * Throws `USAGE` when there is none to resume, or one under way.
 */
export async function prepareRun(
  request: RunRequest,
  folder: string,
  resume: boolean,
  onLost: OnLost,
): Promise<ReadyRun> {
  const [{ Journal, journalPath }, { runBenchmarks }] = await Promise.all([
    import('../runner/recording/journal.ts'),
    import('../runner/run-benchmarks.ts'),
  ]);
  const path = journalPath(folder, request);
  const replacedRoundCount = resume ? 0 : await Journal.unfinishedRoundCount(path);
  const { journal, earlier } = resume
    ? await Journal.resume(path, onLost)
    : { journal: Journal.create(path, new Date().toISOString(), request.seed, onLost), earlier: null };
  return {
    replacedRoundCount,
    get keptIn() {
      return journal.hasEntries ? path : null;
    },
    async start(surroundings) {
      let isOver = false;
      try {
        const seed = earlier?.seed ?? request.seed;
        const document = await runBenchmarks({ ...request, seed }, { ...surroundings, journal, earlier });
        isOver = document.complete;
        return document;
      } finally {
        // What is left to resume may be resumed by another run; the rest stays ours until it is saved.
        if (!isOver) journal.close();
      }
    },
    forget: () => journal.remove(),
    leave: () => journal.close(),
  };
}

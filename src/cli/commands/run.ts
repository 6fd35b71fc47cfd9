// `overlap run`: measure, save the document, print the report.

import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { Command, Option } from 'commander';
import { assertWritable, writeDocument } from '../../document/store.ts';
import { BenchError } from '../../errors.ts';
import type { ResultDocument, Settings } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { suitedKinds } from '../../model/shape.ts';
import type { Strategy } from '../../model/strategy.ts';
import { buildReport } from '../../report/build-report.ts';
import { findScenarios, nearestHint } from '../../runner/discover.ts';
import { DEFAULT_CONCURRENCY, DEFAULT_DEADLINE_MS, FULL, QUICK } from '../../runner/plan/defaults.ts';
import type { RunRequest } from '../../runner/plan/run-settings.ts';
import { Journal, journalPath } from '../../runner/recording/journal.ts';
import { runBenchmarks } from '../../runner/run-benchmarks.ts';
import { ALL_STRATEGIES, findStrategy, STRATEGIES } from '../../strategies/registry.ts';
import { abortOnInterrupt } from '../interrupt.ts';
import { durationMs, wholeNumber, wholeNumbers } from '../numbers.ts';
import { deliver, drawingFor, findRenderer, formatOption, type OutputFlags, outOption } from '../output.ts';
import { openProgressLine } from '../progress.ts';
import { TOOL } from '../tool.ts';

const EPOCHS_HELP = `fresh sets of processes (default: ${FULL.epochCount}, quick ${QUICK.epochCount})`;
const RESUME_HINT = 'go on with the same flags and --resume.';

interface RunFlags extends OutputFlags {
  readonly quick?: true;
  readonly strategy?: string[];
  readonly tasks?: number;
  readonly concurrency?: readonly number[];
  readonly threads: readonly number[];
  readonly rounds?: number;
  readonly epochs?: number;
  readonly budget?: number;
  readonly deadline: number;
  readonly seed?: number;
  readonly resume?: true;
  readonly save?: string;
}

export function runCommand(): Command {
  return new Command('run')
    .description('measure scenarios under every strategy, save the result, print the comparison')
    .argument('[scenario...]', 'ids from `overlap list`, or paths of scenario files (default: all shipped)')
    .option(
      '--quick',
      `spend ${QUICK.budgetMs / 1000}s instead of ${FULL.budgetMs / 1000}s: enough for big differences`,
    )
    .option('--strategy <ids>', 'only these strategies, comma-separated; the first is the reference', listOf)
    .option('--tasks <n>', 'tasks in a batch (default: each scenario’s own)', wholeNumber('--tasks', 1, 10_000))
    .option(
      '--concurrency <c>',
      `most tasks under way for strategies with a limit; 4,8 gives one row each (default: each scenario’s own, else ${DEFAULT_CONCURRENCY})`,
      wholeNumbers('--concurrency', 1, 10_000),
    )
    .addOption(
      new Option('--threads <w>', 'worker threads for the pool strategies; 1,2 gives one row each')
        .argParser(wholeNumbers('--threads', 1, 128))
        .default([availableParallelism()], `${availableParallelism()}, the cores of this machine`),
    )
    .option(
      '--rounds <n>',
      'rounds of each scenario (default: what fits the budget)',
      wholeNumber('--rounds', 1, 100_000),
    )
    .option('--epochs <n>', EPOCHS_HELP, wholeNumber('--epochs', 1, 1_000))
    .option('--budget <time>', 'time for the whole run, such as 90s or 5m', durationMs('--budget', 1_000, 86_400_000))
    .addOption(
      new Option('--deadline <time>', 'longest a single batch may take')
        .argParser(durationMs('--deadline', 100, 3_600_000))
        .default(DEFAULT_DEADLINE_MS, `${DEFAULT_DEADLINE_MS / 1000}s`),
    )
    .option('--seed <n>', 'order of the arms in every round (default: drawn)', wholeNumber('--seed', 0, 2 ** 32 - 1))
    .option('--resume', 'go on with the unfinished run that had the same scenarios and flags')
    .option('--save <file>', 'where to save the result document (default: results/<time>.json)')
    .addOption(formatOption())
    .addOption(outOption())
    .action(run);
}

async function run(names: string[], flags: RunFlags): Promise<void> {
  const renderer = findRenderer(flags.format);
  const interrupt = abortOnInterrupt();
  const scenarios = await findScenarios(names, interrupt);
  const strategies = flags.strategy ? flags.strategy.map(strategyOf) : STRATEGIES;
  refuseUnsuited(scenarios, strategies);
  const settings = resolveSettings(scenarios, strategies, flags);
  const savePath = flags.save ?? `results/${new Date().toISOString().replaceAll(':', '-')}.json`;
  await assertWritable(savePath);
  if (flags.out !== undefined) await assertWritable(flags.out);
  const { document, journal } = await measure(
    { scenarios, strategies, settings, tool: TOOL },
    savePath,
    flags,
    interrupt,
  );
  // Whatever fails from here on must not take the other way to the numbers with it.
  const saving = await Promise.allSettled([writeDocument(savePath, document)]);
  if (saving[0].status === 'fulfilled') {
    if (document.complete) journal.remove();
    else journal.close();
    process.stderr.write(`Saved ${savePath}. Show it again: overlap show ${savePath}\n`);
  }
  const report = buildReport(document);
  await deliver(renderer.renderReports([{ name: savePath, report }], drawingFor(flags.out)), flags.out);
  if (saving[0].status === 'rejected') throw saving[0].reason;
  if (!document.complete && journal.hasEntries) process.stderr.write(`Interrupted: ${RESUME_HINT}\n`);
  process.exitCode = exitCodeOf(report);
}

/** Runs with a progress line and a journal beside the result. */
async function measure(
  request: Omit<RunRequest, 'seed'>,
  savePath: string,
  { seed: wantedSeed, resume }: RunFlags,
  signal: AbortSignal,
): Promise<{ document: ResultDocument; journal: Journal }> {
  const path = journalPath(dirname(savePath), request);
  const seed = wantedSeed ?? Math.floor(Math.random() * 2 ** 32);
  const onLost = (error: BenchError) => process.stderr.write(`warning: ${error.message}\n${error.hint}\n`);
  const fresh = () => ({ journal: Journal.create(path, new Date().toISOString(), seed, onLost), earlier: null });
  const unfinished = await Journal.unfinishedRoundCount(path);
  if (!resume && unfinished > 0) {
    process.stderr.write(
      `An unfinished run with ${unfinished} rounds is here and will be replaced; --resume goes on with it.\n`,
    );
  }
  const { journal, earlier } = resume ? await Journal.resume(path, onLost) : fresh();
  const line = openProgressLine(process.stderr);
  try {
    const document = await runBenchmarks(
      { ...request, seed: earlier?.seed ?? seed },
      { journal, earlier, onProgress: line.update, signal },
    );
    return { document, journal };
  } catch (thrown) {
    journal.close();
    if (journal.hasEntries) process.stderr.write(`What was measured so far is kept: ${RESUME_HINT}\n`);
    throw thrown;
  } finally {
    line.clear();
  }
}

function resolveSettings(
  scenarios: readonly ScenarioSummary[],
  strategies: readonly Strategy[],
  flags: RunFlags,
): Settings {
  const profile = flags.quick ? QUICK : FULL;
  const { rounds, epochs } = flags;
  if (rounds !== undefined && epochs !== undefined && rounds < epochs) {
    const hint = `Use --rounds ${epochs} or more, or fewer epochs.`;
    throw new BenchError('USAGE', `--rounds ${rounds} is fewer than --epochs ${epochs}`, hint);
  }
  return {
    profile: flags.quick ? 'quick' : 'full',
    scenarioIds: scenarios.map(({ id }) => id),
    strategyIds: strategies.map(({ id }) => id),
    taskCount: flags.tasks ?? null,
    concurrencies: flags.concurrency ?? null,
    threadCounts: flags.threads,
    roundCount: rounds ?? null,
    epochCount: epochs ?? Math.min(profile.epochCount, rounds ?? profile.epochCount),
    budgetMs: flags.budget ?? profile.budgetMs,
    warmupCount: profile.warmupCount,
    deadlineMs: flags.deadline,
  };
}

function refuseUnsuited(scenarios: readonly ScenarioSummary[], strategies: readonly Strategy[]): void {
  for (const { id, kind } of scenarios) {
    if (strategies.some(({ shape }) => suitedKinds(shape).includes(kind))) continue;
    const suited = STRATEGIES.filter(({ shape }) => suitedKinds(shape).includes(kind)).map((strategy) => strategy.id);
    throw new BenchError(
      'USAGE',
      `--strategy: none of ${strategies.map((strategy) => strategy.id).join(', ')} suits ${id}, which is ${kind} work`,
      `Expected at least one of: ${suited.join(', ')}.`,
    );
  }
}

function exitCodeOf({ complete, scenarios }: Report): number {
  if (!complete) return 130;
  const rows = scenarios.flatMap((scenario) => scenario.rows);
  if (rows.some((row) => row.status === 'failed' || row.audits.some(({ passed }) => !passed))) return 1;
  return scenarios.some(({ warnings }) => warnings.some(({ code }) => code === 'unmeasurable')) ? 4 : 0;
}

function listOf(text: string, earlier: string[] = []): string[] {
  return [...new Set([...earlier, ...text.split(',').map((id) => id.trim())])];
}

function strategyOf(id: string): Strategy {
  const strategy = findStrategy(id);
  if (strategy) return strategy;
  const known = ALL_STRATEGIES.map((each) => each.id);
  throw new BenchError(
    'UNKNOWN_STRATEGY',
    `--strategy: unknown strategy '${id}'${nearestHint(id, known)}`,
    `Expected one of: ${known.join(', ')}.`,
  );
}

// `overlap run`: measure, save the document, print the report.

import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { assertWritable, writeDocument } from '../../document/store.ts';
import { BenchError } from '../../errors.ts';
import type { ResultDocument, Settings } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import type { Strategy } from '../../model/strategy.ts';
import { buildReport } from '../../report/build-report.ts';
import { findScenarios, nearestHint } from '../../runner/discover.ts';
import { Journal, journalPath } from '../../runner/journal.ts';
import { runBenchmarks } from '../../runner/run-benchmarks.ts';
import { findStrategy, STRATEGIES } from '../../strategies/registry.ts';
import { abortOnInterrupt } from '../interrupt.ts';
import { durationMs, wholeNumber } from '../numbers.ts';
import { deliver, drawingFor, findRenderer, formatOption, type OutputFlags, outOption } from '../output.ts';
import { openProgressLine } from '../progress.ts';
import { TOOL } from '../tool.ts';

/** The budget ends with the last round; closing and saving come after it. */
const FULL = { budgetMs: 57_000, warmupCount: 2, epochCount: 3 };
const QUICK = { budgetMs: 18_000, warmupCount: 2, epochCount: 1 };

const RESUME_HINT = 'go on with the same flags and --resume.';

interface RunFlags extends OutputFlags {
  readonly quick?: true;
  readonly strategy?: string[];
  readonly tasks?: number;
  readonly concurrency: number;
  readonly threads: number;
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
    .option('--concurrency <c>', 'most tasks under way for bounded', wholeNumber('--concurrency', 1, 10_000), 8)
    .option(
      '--threads <w>',
      'worker threads for the pool strategies',
      wholeNumber('--threads', 1, 128),
      availableParallelism(),
    )
    .option(
      '--rounds <n>',
      'rounds for each scenario (default: as many as fit the budget)',
      wholeNumber('--rounds', 1, 100_000),
    )
    .option(
      '--epochs <n>',
      `fresh sets of processes (default: ${FULL.epochCount}, quick ${QUICK.epochCount})`,
      wholeNumber('--epochs', 1, 1_000),
    )
    .option(
      '--budget <time>',
      'time for the whole run, such as 90s or 5m',
      durationMs('--budget', 1_000, 24 * 3_600_000),
    )
    .option('--deadline <time>', 'longest a single batch may take', durationMs('--deadline', 100, 3_600_000), 30_000)
    .option(
      '--seed <n>',
      'order of the arms in every round (default: drawn, and printed)',
      wholeNumber('--seed', 0, 2 ** 32 - 1),
    )
    .option('--resume', 'go on with the unfinished run that had the same scenarios and flags')
    .option('--save <file>', 'where to save the result document (default: results/<time>.json)')
    .addOption(formatOption())
    .addOption(outOption())
    .action(run);
}

async function run(names: string[], flags: RunFlags): Promise<void> {
  const renderer = findRenderer(flags.format);
  const scenarios = await findScenarios(names);
  const strategies = flags.strategy ? flags.strategy.map(strategyOf) : STRATEGIES;
  const savePath = flags.save ?? `results/${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}Z.json`;
  await assertWritable(savePath);
  if (flags.out !== undefined) await assertWritable(flags.out);
  const profile = flags.quick ? QUICK : FULL;
  const settings: Settings = {
    profile: flags.quick ? 'quick' : 'full',
    scenarioIds: scenarios.map(({ id }) => id),
    strategyIds: strategies.map(({ id }) => id),
    taskCount: flags.tasks ?? null,
    concurrency: flags.concurrency,
    threads: flags.threads,
    roundCount: flags.rounds ?? null,
    epochCount: flags.epochs ?? profile.epochCount,
    budgetMs: flags.budget ?? profile.budgetMs,
    warmupCount: profile.warmupCount,
    deadlineMs: flags.deadline,
  };
  const drawnSeed = flags.seed ?? Math.floor(Math.random() * 2 ** 32);
  const path = journalPath(dirname(savePath), { scenarios, strategies, settings, tool: TOOL });
  const { journal, earlier } = flags.resume
    ? Journal.resume(path)
    : { journal: Journal.create(path, new Date().toISOString(), drawnSeed), earlier: null };
  const request = { scenarios, strategies, settings, tool: TOOL, seed: earlier?.seed ?? drawnSeed };
  const line = openProgressLine(process.stderr);
  let document: ResultDocument;
  try {
    document = await runBenchmarks(request, {
      journal,
      earlier,
      onProgress: line.update,
      signal: abortOnInterrupt(),
    });
  } catch (thrown) {
    if (journal.hasEntries) process.stderr.write(`What was measured so far is kept: ${RESUME_HINT}\n`);
    throw thrown;
  } finally {
    line.clear();
  }
  await writeDocument(savePath, document);
  if (document.complete) journal.remove();
  const report = buildReport(document);
  await deliver(renderer.renderReport(report, drawingFor(flags.out)), flags.out);
  process.stderr.write(`Saved ${savePath}. Show it again: overlap show ${savePath}\n`);
  if (!document.complete && journal.hasEntries) process.stderr.write(`Interrupted: ${RESUME_HINT}\n`);
  process.exitCode = exitCodeOf(report);
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
  const known = STRATEGIES.map((each) => each.id);
  throw new BenchError(
    'UNKNOWN_STRATEGY',
    `--strategy: unknown strategy '${id}'${nearestHint(id, known)}`,
    `Expected one of: ${known.join(', ')}.`,
  );
}

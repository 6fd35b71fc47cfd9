// One turn of a contest: the plain script, the program and the plain script again measure the same scenario file, each in
// fresh processes. A machine may be half as fast a minute later; where the script's two runs differ, the turn tells nothing.

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Report, Row } from '../../src/model/report.ts';
import type { Strategy } from '../../src/model/strategy.ts';
import { gather } from '../../src/strategies/gather.ts';
import { pool } from '../../src/strategies/pool.ts';
import { sequential } from '../../src/strategies/sequential.ts';

const run = promisify(execFile);
const PLAIN = fileURLToPath(new URL('./plain/main.mjs', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const LONGEST_OUTPUT_BYTES = 64 * 2 ** 20;

/** The ways of the plain script, by the strategies that do the same; the reference first. */
export const WAYS: readonly { readonly way: string; readonly strategy: Strategy }[] = [
  { way: 'oneByOne', strategy: sequential },
  { way: 'allAtOnce', strategy: gather },
  { way: 'twoWorkers', strategy: pool },
];

/** How long each side may take. */
export interface Times {
  /** The script runs every way for as long before it times anything. */
  readonly warmMs: number;
  readonly timeMs: number;
  readonly budgetMs: number;
}

/** The plain script's times of whole batches, by way; those at one index were taken in one round. */
export type PlainBatches = Readonly<Record<string, readonly number[]>>;

/** What the program said of one scenario, between two runs of the plain script. */
export interface Turn {
  readonly before: PlainBatches;
  /** Without the placebo. */
  readonly rows: readonly Row[];
  readonly after: PlainBatches;
}

/** One turn; what the script found last is where the next turn starts. Rejects with what either wrote to stderr. */
export async function takeTurn(url: string, origin: string, times: Times, before?: PlainBatches): Promise<Turn> {
  const first = before ?? (await runPlain(url, origin, times));
  const rows = await runProgram(url, origin, times);
  return { before: first, rows, after: await runPlain(url, origin, times) };
}

async function runPlain(url: string, origin: string, { warmMs, timeMs }: Times): Promise<PlainBatches> {
  return JSON.parse(await stdoutOf([PLAIN, url, origin, String(warmMs), String(timeMs)], origin)) as PlainBatches;
}

async function runProgram(url: string, origin: string, { budgetMs }: Times): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'overlap-truth-'));
  const strategies = WAYS.map(({ strategy }) => strategy.id).join(',');
  const words = ['run', fileURLToPath(url), '--strategy', strategies, '--threads', '2', '--budget', `${budgetMs}ms`];
  try {
    const output = ['--format', 'json', '--save', join(folder, 'run.json')];
    const report = JSON.parse(await stdoutOf([PROGRAM, ...words, ...output], origin)) as Report;
    return report.scenarios.flatMap(({ rows }) => rows).filter(({ placebo }) => !placebo);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a child prints; a scenario with a client of its own finds the server in its environment. */
async function stdoutOf(args: readonly string[], origin: string): Promise<string> {
  const env = { ...process.env, PAGES_ORIGIN: origin };
  try {
    return (await run(process.execPath, args, { env, maxBuffer: LONGEST_OUTPUT_BYTES })).stdout;
  } catch (thrown) {
    // Where rows are withheld, or no round was fit to be measured, the program says so in its report and in its exit code.
    const { stdout } = thrown as { stdout?: string };
    if (stdout?.startsWith('{')) return stdout;
    throw thrown;
  }
}

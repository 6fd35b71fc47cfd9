// The command that would decide what a run left open: the arms concerned alone, with as many epochs and as much time as
// this run's own noise asks for. Where that is more than anybody waits for, it says so instead.

import { quotedWord } from '../../quoted-word.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { epochsFactor } from '../judging/effects.ts';
import type { Decision } from '../judging/family.ts';

const LONGEST_MS = 600_000;
const SHORT_MS = 120_000;
const STEP_MS = 10_000;

/** "run `overlap run … --budget 40s` to decide", or that no budget below ten minutes is likely to. The first arm is the reference. */
export function toDecide(arms: readonly Arm[], decisions: readonly Decision[], data: ScenarioData): string {
  // More time alone would send no more requests.
  if (data.settings.mostRequestCount !== null)
    return 'more requests (`--max-requests`) and a larger `--budget` may decide it';
  const factor = Math.max(...decisions.map(({ interval }) => epochsFactor(interval)));
  const budgetMs = data.spentMs * factor;
  const { file, id } = data.record;
  const command = ['overlap run', file === null ? id : quoted(file), ...flagsOf(arms, data)];
  // One round shows no noise, so nothing can be said of how many it takes.
  if (factor === Infinity) return `run \`${command.join(' ')}\` with more rounds to decide`;
  if (!(budgetMs <= LONGEST_MS)) return 'no budget below 10 minutes is likely to decide it';
  const epochCount = Math.ceil(factor * new Set(arms.flatMap(({ samples }) => samples.map(({ epoch }) => epoch))).size);
  return `run \`${[...command, `--epochs ${epochCount}`, `--budget ${duration(budgetMs)}`].join(' ')}\` to decide`;
}

function flagsOf(arms: readonly Arm[], { settings, coreCount }: ScenarioData): string[] {
  const ids = new Set(arms.map(({ cell }) => cell.key.strategyId));
  const bounds = numbers(arms.map(({ concurrency }) => concurrency));
  const threads = numbers(arms.map((arm) => arm.threads));
  const isUsual = threads.length === 1 && threads[0] === coreCount;
  return [
    `--strategy ${[...ids].join(',')}`,
    ...(settings.taskCount === null ? [] : [`--tasks ${settings.taskCount}`]),
    ...(settings.concurrencies === null || bounds.length === 0 ? [] : [`--concurrency ${bounds.join(',')}`]),
    ...(threads.length === 0 || isUsual ? [] : [`--threads ${threads.join(',')}`]),
    ...serverFlags(settings),
    ...Object.entries(settings.parameters).map(([name, value]) => `--param ${quoted(`${name}=${value}`)}`),
  ];
}

function serverFlags({ target, onPort, mostRequestCount }: ScenarioData['settings']): string[] {
  if (target === null) return onPort === null ? [] : [`--on-port ${quoted(onPort)}`];
  return [`--target ${quoted(target)}`, ...(mostRequestCount === null ? [] : ['--allow-remote'])];
}

/** As a shell reads it back. */
function quoted(word: string): string {
  return quotedWord(word.startsWith('-') ? `./${word}` : word);
}

function numbers(values: readonly (number | null)[]): number[] {
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a - b);
}

/** Rounded up, so that the budget is not too small: "40s", "3m". */
function duration(timeMs: number): string {
  const stepMs = timeMs <= SHORT_MS ? STEP_MS : 60_000;
  const roundedMs = Math.max(stepMs, Math.ceil(timeMs / stepMs) * stepMs);
  return roundedMs % 60_000 === 0 ? `${roundedMs / 60_000}m` : `${roundedMs / 1000}s`;
}

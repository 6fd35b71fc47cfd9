// `overlap preflight`: the price list of this machine, without a run.

import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { preflightPage } from '../../render/page/preflight-page.ts';
import { pageText } from '../../render/terminal/page-text.ts';
import { FixtureProcess } from '../../runner/processes/fixture-process.ts';
import { runPreflight } from '../../runner/processes/preflight-process.ts';
import { abortOnInterrupt } from '../interrupt.ts';
import { wholeNumber } from '../numbers.ts';
import { drawingFor } from '../output.ts';

interface PreflightFlags {
  readonly threads: number;
  readonly json?: true;
}

export function preflightCommand(): Command {
  return new Command('preflight')
    .description('measure what this machine charges: cores, requests, timers, threads, copies')
    .option('--threads <w>', 'probe 1 to w threads', wholeNumber('--threads', 1, 128), availableParallelism())
    .option('--json', 'print the figures as JSON')
    .action(preflight);
}

async function preflight({ threads, json }: PreflightFlags): Promise<void> {
  const signal = abortOnInterrupt();
  const fixture = await FixtureProcess.start();
  try {
    const prices = await runPreflight(fixture.origin, threads, signal);
    const text = json ? `${JSON.stringify(prices, null, 2)}\n` : pageText(preflightPage(prices), drawingFor(undefined));
    process.stdout.write(text);
  } finally {
    await fixture.close();
  }
}

// `overlap serve`: the fixture server alone, so that a teacher can point curl at it.

import { Command } from 'commander';
import { FixtureProcess } from '../../runner/fixture-process.ts';
import { abortOnInterrupt } from '../interrupt.ts';
import { wholeNumber } from '../numbers.ts';

interface ServeFlags {
  readonly port: number;
}

export function serveCommand(): Command {
  return new Command('serve')
    .description('run the fixture server alone, on loopback, until Ctrl-C')
    .option('--port <n>', '0 chooses a free one', wholeNumber('--port', 0, 65_535), 0)
    .action(serve);
}

async function serve({ port }: ServeFlags): Promise<void> {
  const signal = abortOnInterrupt();
  const fixture = await FixtureProcess.start({ port });
  process.stdout.write(`${fixture.origin}\n`);
  for (const { path, about } of fixture.endpoints) process.stderr.write(`  ${fixture.origin}${path}\n      ${about}\n`);
  process.stderr.write('Ctrl-C stops it.\n');
  const interrupted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await Promise.race([interrupted, fixture.ended]);
  await fixture.close();
  process.exitCode = signal.aborted ? 0 : 1;
}

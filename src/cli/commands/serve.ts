// `overlap serve`: the fixture server alone, so that a teacher can point curl at it, or anyone at a peer with limits.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { entryUrl } from '../../entry-url.ts';
import { BenchError, messageOf } from '../../errors.ts';
import { abortOnInterrupt } from '../interrupt.ts';
import { positiveNumber, wholeNumber } from '../numbers.ts';

/** Flags named as the server names its options, so that they travel unchanged. */
interface ServeFlags {
  readonly selftest?: true;
  readonly faults?: unknown;
  readonly [option: string]: unknown;
}

export function serveCommand(): Command {
  return new Command('serve')
    .description('run the fixture server alone, on loopback, until Ctrl-C')
    .option('--port <n>', '0 chooses a free one', wholeNumber('--port', 0, 65_535), 0)
    .option('--processes <m>', 'server processes that share the port', wholeNumber('--processes', 1, 64))
    .option('--cpu-threads <w>', 'worker threads for /cpu?on=worker', wholeNumber('--cpu-threads', 1, 64))
    .option('--http2', 'speak HTTP/2, in clear text unless --tls')
    .option('--tls', 'encrypt, with a certificate made at start')
    .option('--backlog <n>', 'connections held before they are accepted', wholeNumber('--backlog', 1, 65_535))
    .option('--connection-limit <n>', 'connections open at once', wholeNumber('--connection-limit', 1, 1e6))
    .option('--in-service-limit <n>', 'requests served at once', wholeNumber('--in-service-limit', 1, 1e6))
    .option('--queue-limit <n>', 'requests that may wait for service before 503', wholeNumber('--queue-limit', 0, 1e6))
    .option('--rate-per-second <r>', 'requests a second before 429', positiveNumber('--rate-per-second', 1e6))
    .option(
      '--rate-burst <n>',
      'requests that may come at once before the rate counts',
      wholeNumber('--rate-burst', 1, 1e6),
    )
    .option('--retry-after <form>', 'form of Retry-After: seconds or date')
    .option('--seed <n>', 'seed of everything the server decides by itself', wholeNumber('--seed', 0, 2 ** 31 - 1))
    .option('--faults <json>', 'faults that happen by themselves, as a JSON list of rules', parseFaults)
    .option('--host <address>', 'address to listen on; anything but loopback needs --allow-remote')
    .option('--allow-remote', 'listen on an address that other machines can reach')
    .option('--selftest', 'measure how true its delays are and how much it can carry here, print that, and end')
    .action(serve);
}

async function serve({ selftest, ...options }: ServeFlags): Promise<void> {
  if (selftest) return runSelftest();
  const signal = abortOnInterrupt();
  const { FixtureProcess } = await import('../../runner/processes/fixture-process.ts');
  const fixture = await FixtureProcess.start(options).catch((thrown) => {
    throw inFlags(thrown);
  });
  process.stdout.write(`${fixture.origin}\n`);
  for (const warning of fixture.warnings) process.stderr.write(`warning: ${warning}\n`);
  for (const { method, path, about } of fixture.endpoints) {
    process.stderr.write(`  ${method} ${fixture.origin}${path}\n      ${about}\n`);
  }
  process.stderr.write('Ctrl-C stops it.\n');
  const interrupted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  const how = await Promise.race([interrupted, fixture.ended]);
  await fixture.close();
  if (how) throw new BenchError('FIXTURE_LOST', `the fixture server ${how}`, 'Start it again.');
}

/** The server names its options as it knows them; here they are flags. */
function inFlags(thrown: unknown): unknown {
  if (!(thrown instanceof BenchError) || thrown.code !== 'USAGE') return thrown;
  const toFlag = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const message = thrown.message
    .replace(/^(\w+):/, (_, name: string) => `${toFlag(name)}:`)
    .replace('allowRemote: true', '--allow-remote');
  return new BenchError('USAGE', message, thrown.hint);
}

async function runSelftest(): Promise<void> {
  const path = fileURLToPath(entryUrl('../../../fixtures/selftest', import.meta.url));
  const [code] = await once(spawn(process.execPath, [path], { stdio: 'inherit' }), 'exit');
  process.exitCode = code ?? 1;
}

function parseFaults(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new BenchError(
      'USAGE',
      `--faults: expected a JSON list of rules, got '${text}' (${messageOf(thrown)})`,
      'An example: --faults \'[{"kind":"reset-before","probability":0.1}]\'.',
    );
  }
}

// `serve` as a command: its flags are the server's options, and however it is ended, nothing lives on and nobody who was
// being answered is cut off.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OPTIONS } from '../../../fixtures/options.ts';
import { type Running, startOverlap } from '../testing.ts';
import { serveCommand } from './serve.ts';

/** Reads flags without starting anything. */
function flagsOf(...args: string[]): Record<string, unknown> {
  let read: Record<string, unknown> = {};
  serveCommand()
    .exitOverride()
    .action((flags) => {
      read = flags;
    })
    .parse(args, { from: 'user' });
  return read;
}

const kebab = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
const ENTRIES = Object.entries(OPTIONS).map(([name, option]) => ({ name, flag: kebab(name), ...option }));

describe('the flags of serve', () => {
  it('are all of the server’s options, with what each is about and what holds without it', () => {
    const help = serveCommand().helpInformation().replace(/\s+/g, ' ');
    for (const { flag, about, placeholder, fallbackText } of ENTRIES) {
      expect(help).toContain(placeholder === null ? `${flag} ${about}` : `${flag} ${placeholder} ${about} (default:`);
      if (placeholder !== null) expect(help).toContain(`(default: ${fallbackText})`);
    }
  });

  it('reach the server under its own names', () => {
    const flags = flagsOf('--in-service-limit', '4', '--rate-per-second=0.5', '--http2', '--retry-after', 'date');
    expect(flags).toMatchObject({ inServiceLimit: 4, ratePerSecond: 0.5, http2: true, retryAfter: 'date' });
    expect(flagsOf('--faults', '[{"kind":"status","indices":[1]}]').faults).toEqual([{ kind: 'status', indices: [1] }]);
    expect(Object.keys(OPTIONS)).toEqual(expect.arrayContaining(Object.keys(flags)));
  });

  it.each(ENTRIES.filter(({ range }) => range !== null))('$flag takes numbers of its range only', (entry) => {
    const { name, flag, expected, range } = entry;
    expect(flagsOf(`${flag}=${range?.min}`)[name]).toBe(range?.min);
    expect(flagsOf(`${flag}=${range?.max}`)[name]).toBe(range?.max);
    for (const text of ['-1', '1e3', '0x10', '', ' 5', 'ten', '99999999999']) {
      expect(() => flagsOf(`${flag}=${text}`)).toThrow(`${flag}: expected ${expected}, got '${text}'`);
    }
  });

  it.each([
    [['--delays', 'never'], "--delays: expected one of deadline, timer, got 'never'"],
    [['--faults', '['], /^--faults: expected a list .*, got '\['$/],
    [['--faults', '[{"kind":"x"}]'], /, got '\[\{"kind":"x"\}\]'$/],
    [['--host', '127.fade'], "--host: expected an IP address or localhost, got '127.fade'"],
  ])('%j is refused, named as it was typed and quoted once', (args, message) => {
    expect(() => flagsOf(...args)).toThrow(message);
  });

  it('need --allow-remote for an address that others can reach', async () => {
    await expect(serveCommand().parseAsync(['--host', '0.0.0.0'], { from: 'user' })).rejects.toMatchObject({
      code: 'USAGE',
      message: "--host: expected a loopback address, or --allow-remote beside it, got '0.0.0.0'",
    });
  });
});

function serve(...args: string[]): Running {
  const running = startOverlap(['serve', ...args]);
  onTestFinished(() => void running.process.kill('SIGKILL'));
  return running;
}

/** Living processes whose parent is `pid`. */
function childrenOf(pid: number | undefined): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => parentOf(each) === pid);
}

function parentOf(pid: number): number | null {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return state === 'Z' ? null : Number(parent);
  } catch {
    return null;
  }
}

async function firstChildOf(pid: number | undefined): Promise<number> {
  for (;;) {
    const [child] = childrenOf(pid);
    if (child !== undefined) return child;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function allGone(pids: readonly number[]): Promise<void> {
  while (pids.some((pid) => parentOf(pid) !== null)) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe.runIf(process.platform === 'linux')('serve', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends on a %s that comes while the server starts', async (signal) => {
    const running = serve('--processes', '8');
    const server = await firstChildOf(running.process.pid);
    running.process.kill(signal);
    expect(await running.ended).toMatchObject({ code: 0, stdout: '' });
    await allGone([server]);
  });

  it('answers what is under way before it ends, however long the server may take for it', async () => {
    const running = serve();
    await running.seen('Ctrl-C stops it');
    const origin = /http:\S+(?=\/healthz)/.exec(running.output())?.[0];
    const answer = fetch(`${origin}/delay/1600`);
    for (let underWay = 0; underWay === 0; ) {
      underWay = ((await (await fetch(`${origin}/stats`)).json()) as { inFlightCount: number }).inFlightCount;
    }
    running.process.kill('SIGTERM');
    expect((await answer).status).toBe(200);
    expect((await running.ended).code).toBe(0);
  });

  it('takes its self-test along when it is killed', async () => {
    const running = serve('--selftest');
    const selftest = await firstChildOf(running.process.pid);
    const server = await firstChildOf(selftest);
    running.process.kill('SIGKILL');
    // They hold our end of its output: that it ends, and without a result, says that nobody worked on.
    expect((await running.ended).stdout).toBe('');
    await allGone([selftest, server]);
  });
});

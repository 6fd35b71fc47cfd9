// The flags of `serve` are the server's options, no more and no fewer, and refuse what the server would refuse.

import { describe, expect, it } from 'vitest';
import { OPTIONS } from '../../../../fixtures/options.ts';
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
    expect(help).toContain('--selftest measure how true its delays are');
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
      hint: 'Correct the flag and run it again.',
    });
  });
});

// Everything a user can get wrong: one message that names the place, what was expected and what came, the next step,
// exit code 2, and nothing on stdout.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallDocument } from '../document/testing/small-document.ts';
import { renderers } from '../render/registry.ts';
import { FORMATS } from './output.ts';
import { callOverlap, testScenario } from './testing.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'usage-'));
  writeFileSync(join(folder, 'good.json'), JSON.stringify(smallDocument()));
  writeFileSync(join(folder, 'cut.json'), JSON.stringify(smallDocument()).slice(0, 200));
  writeFileSync(join(folder, 'text.json'), 'hello');
  writeFileSync(join(folder, 'newer.json'), JSON.stringify({ ...smallDocument(), schemaVersion: 99 }));
  writeFileSync(join(folder, 'file'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function expectRefusal(args: readonly string[], message: string | RegExp): Promise<void> {
  const { code, stdout, stderr } = await callOverlap(args);
  if (typeof message === 'string') expect(stderr).toContain(message);
  else expect(stderr).toMatch(message);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).not.toMatch(/\n {4}at /);
  expect(stderr.trimEnd().split('\n').length).toBeGreaterThan(1);
}

const NUMBERS = ['0', '-1', '1.5', '1e3', '0x10', 'ten', '', '5x', '99999999999'];

describe('wrong usage', () => {
  it.each<[string[], string | RegExp]>([
    [['run', 'download-page'], "Unknown scenario 'download-page' (did you mean 'download-pages'?)"],
    [['run', './nowhere.ts'], /nowhere\.ts does not exist/],
    [['run', testScenario('no-parts')], "'no-parts': expected an `io` part"],
    [['run', testScenario('does-not-load')], "'does-not-load' does not load: this file is broken"],
    [['run', testScenario('fine'), testScenario('../testing/fine'), 'x'], "Unknown scenario 'x'"],
    [['run', '--strategy', 'gahter'], "--strategy: unknown strategy 'gahter' (did you mean 'gather'?)"],
    [['run', '--strategy', ''], "--strategy: unknown strategy ''"],
    [['run', '--strategy', 'gather,gather'], /--strategy: expected each value once, .*, got 'gather,gather'/],
    [['run', '--strategy', 'gather', '--strategy', ' gather'], /--strategy: expected each value once/],
    [['run', '--concurrency', '4,x'], /--concurrency: expected a whole number from 1 to 10000, got 'x'/],
    [['run', '--concurrency', '4,8,4'], "--concurrency: expected each value once, and 4 is there twice, got '4,8,4'"],
    [['run', '--threads', '1,1'], "--threads: expected each value once, and 1 is there twice, got '1,1'"],
    [['run', 'count-primes', '--strategy', 'gather+pool'], /--strategy: none of gather\+pool suits count-primes/],
    [['run', '--rounds', '2', '--epochs', '3'], '--rounds 2 is fewer than --epochs 3'],
    [['run', '--fromat', 'json'], "unknown option '--fromat'\n(Did you mean --format?)"],
    [['run', '--format', 'tabel'], "--format: unknown format 'tabel' (did you mean 'table'?)"],
    [['show', 'x', '--format', 'tabel'], "--format: unknown format 'tabel' (did you mean 'table'?)"],
    [['compare', 'x', 'y', '--format', 'tabel'], "--format: unknown format 'tabel' (did you mean 'table'?)"],
    [['runn'], "unknown command 'runn'\n(Did you mean run?)"],
    [['run', '--budget', '60'], /--budget: expected a duration .*, got '60'/],
    [['run', '--budget', '0.9s'], "--budget: expected a duration from 1s to 1440m, such as 90s or 2m, got '0.9s'"],
    [['run', '--budget', '1441m'], /--budget: expected a duration .*, got '1441m'/],
    [['run', '--deadline', '0s'], /--deadline: expected a duration .*, got '0s'/],
    [['run', '--deadline', '99ms'], /--deadline: expected a duration from 0.1s to 60m.*, got '99ms'/],
    [['run', '--seed', '4294967296'], "--seed: expected a whole number from 0 to 4294967295, got '4294967296'"],
    [
      ['run', 'count-primes', '--strategy', 'gather+pool'],
      'Expected at least one of: sequential, gather, bounded, pool.\n',
    ],
    [
      ['run', '--strategy', 'gahter'],
      'Expected one of: sequential, gather, bounded, pool, gather+pool, started, settled, batches, processes.\n',
    ],
    [['show', 'x', '--format', 'tabel'], 'Expected one of: table, json, markdown, csv, html, trace.\n'],
    [['run', '--save', ''], "--save: expected the name of a file, got ''"],
    [['run', '--save', '/'], "--save: expected the name of a file, got '/'"],
    [['run', '--save', 'a\0/'], "--save: expected the name of a file, got 'a\\u0000/'"],
    [['run', '--config', 'gone.ts'], /--config: .*gone\.ts does not exist/],
    [['run', '--config', 'folder/'], "--config: expected the name of a file, got 'folder/'"],
    [['run', '--tag', 'latncy'], "--tag: no scenario has the tag 'latncy' (did you mean 'latency'?)"],
    [['run', '--tag', 'a,a'], /--tag: expected each value once/],
    [['run', '--kind', 'gpu'], "--kind: expected io, cpu, mixed, got 'gpu'"],
    [['run', 'count-primes', '--kind', 'io'], '--kind: none of 1 scenarios is io work'],
    [['run', 'zz*'], "No scenario matches 'zz*'"],
    [['show', 'x', '--out', ''], "--out: expected the name of a file, got ''"],
    [['show', 'x', '--out', 'a\0b'], "--out: expected the name of a file, got 'a\\u0000b'\nName a file to write.\n"],
    [['show', 'nowhere/'], 'no result in nowhere/\n`overlap run` makes one'],
    [['compare', 'one.json'], "missing required argument 'head'"],
    [['compare', 'a', 'b', '--margin', 'much'], "--margin: expected a percentage from 0 to 1000, got 'much'"],
    [['compare', 'a', 'b', '--margin', '1000.1'], /--margin: expected a percentage .*, got '1000.1'/],
    [['compare', 'a', 'b', '--margin', '25%%'], /--margin: expected a percentage .*, got '25%%'/],
    [['preflight', '--threads', '0'], "--threads: expected a whole number from 1 to 128, got '0'"],
    [['serve', '--port', '70000'], "--port: expected a whole number from 0 to 65535, got '70000'"],
  ])('%j is refused', expectRefusal);

  it('a margin below one without a % says what to type for either meaning', async () => {
    await expectRefusal(
      ['compare', 'a', 'b', '--margin', '0.25'],
      "--margin: expected a percentage such as 25 or 0.5%, got '0.25'\nType --margin 25% for that share, or --margin 0.25% for less than one percent.\n",
    );
  });

  it.each(['--tasks', '--rounds', '--epochs'])('%s takes no blanks', (flag) =>
    expectRefusal(['run', `${flag}= 5`], `${flag}: expected a whole number from 1 to`),
  );

  it.each(
    ['--tasks', '--concurrency', '--threads', '--rounds', '--epochs'].flatMap((flag) =>
      NUMBERS.map((text) => [flag, text] as const),
    ),
  )('%s takes whole numbers only, not "%s"', (flag, text) =>
    expectRefusal(['run', `${flag}=${text}`], new RegExp(`${flag}: expected a whole number from 1 to \\d+, got '`)),
  );

  it.each([
    ['nothing.json', /does not exist/],
    ['cut.json', /is not JSON \(it seems to be cut off\)/],
    ['text.json', /is not JSON/],
    ['newer.json', /has schemaVersion 99, this version reads up to 4/],
    ['', /is a directory, expected a file/],
  ])('a results file "%s" is refused by show and compare', async (name, message) => {
    const path = join(folder, name);
    await expectRefusal(['show', path], message);
    // As base, a folder is a history.
    if (name !== '') await expectRefusal(['compare', path, join(folder, 'good.json')], message);
    await expectRefusal(['compare', join(folder, 'good.json'), path], message);
  });

  it('an unwritable place is refused before anything is measured', async () => {
    const below = join(folder, 'file', 'below');
    for (const flag of ['--out', '--save']) {
      await expectRefusal(['run', testScenario('fine'), flag, below], /cannot write .*below/);
    }
    await expectRefusal(['show', 'x', '--out', below], /cannot write .*below/);
    await expectRefusal(['compare', 'x', 'y', '--out', below], /cannot write .*below/);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('help', () => {
  it('names the formats that there are', async () => {
    expect(FORMATS).toEqual([...renderers.keys()]);
    for (const command of ['run', 'show', 'compare']) {
      const { code, stdout } = await callOverlap([command, '--help']);
      expect(code).toBe(0);
      expect(stdout.replace(/\s+/g, ' ')).toContain(FORMATS.join(', '));
    }
  });

  it.each([['--help'], ['help'], ['--version'], ['help', 'run']])('%j is no error', async (...args) => {
    const { code, stdout, stderr } = await callOverlap(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.length).toBeGreaterThan(4);
  });

  it('fits the terminal, or 80 columns', async () => {
    for (const [terminalColumns, most] of [
      [100, 100],
      [undefined, 80],
    ] as const) {
      const { stdout } = await callOverlap(['run', '--help'], terminalColumns ? { terminalColumns } : {});
      const longest = Math.max(...stdout.split('\n').map((line) => line.length));
      expect(longest).toBeLessThanOrEqual(most);
      expect(longest).toBeGreaterThan(most - 20);
    }
  });

  it('is shown, as an error, where no command is named', async () => {
    const { code, stdout, stderr } = await callOverlap([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: overlap');
  });
});

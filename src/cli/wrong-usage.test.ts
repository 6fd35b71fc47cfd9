// Everything a user can get wrong: one message that names the place, what was expected and what came, the next step,
// exit code 2, and nothing on stdout.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallDocument } from '../document/testing/small-document.ts';
import { overlap, testScenario } from './testing.ts';

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

const NUMBERS = ['0', '-1', '1.5', '1e3', '0x10', 'ten', '', ' 5', '99999999999'];

describe('wrong usage', () => {
  it.each([
    [['run', 'download-page'], /Unknown scenario 'download-page' \(did you mean 'download-pages'\?\)/],
    [['run', './nowhere.ts'], /nowhere\.ts does not exist/],
    [['run', testScenario('no-parts')], /'no-parts': expected an `io` part/],
    [['run', testScenario('does-not-load')], /'does-not-load' does not load: this file is broken/],
    [['run', testScenario('fine'), testScenario('../testing/fine'), 'x'], /Unknown scenario 'x'/],
    [['run', '--strategy', 'gahter'], /--strategy: unknown strategy 'gahter' \(did you mean 'gather'\?\)/],
    [['run', '--strategy', ''], /--strategy: unknown strategy ''/],
    [['run', '--fromat', 'json'], /unknown option '--fromat'\n\(Did you mean --format\?\)/],
    [['run', '--format', 'tabel'], /--format: unknown format 'tabel' \(did you mean 'table'\?\)/],
    [['runn'], /unknown command 'runn'\n\(Did you mean run\?\)/],
    [['run', '--budget', '60'], /--budget: expected a duration .*, got '60'/],
    [['run', '--deadline', '0s'], /--deadline: expected a duration .*, got '0s'/],
    [['show'], /missing required argument 'file'/],
    [['compare', 'one.json'], /missing required argument 'head'/],
    [['compare', 'a', 'b', '--margin', 'much'], /--margin: expected a percentage .*, got 'much'/],
    [['serve', '--port', '70000'], /--port: expected a whole number from 0 to 65535, got '70000'/],
  ])('%j is refused', async (args, message) => {
    const { code, stdout, stderr } = await overlap(...args);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it.each(['--tasks', '--concurrency', '--threads', '--rounds', '--epochs'])(
    '%s takes whole numbers only',
    async (flag) => {
      const all = await Promise.all(NUMBERS.map((text) => overlap('run', `${flag}=${text}`)));
      for (const [index, { code, stderr }] of all.entries()) {
        expect(stderr).toMatch(new RegExp(`${flag}: expected a whole number from 1 to \\d+, got '${NUMBERS[index]}'`));
        expect(code).toBe(2);
      }
    },
  );

  it.each([
    ['nothing.json', /does not exist/],
    ['cut.json', /is not JSON \(it seems to be cut off\)/],
    ['text.json', /is not JSON/],
    ['newer.json', /has schemaVersion 99, this version reads up to 1/],
    ['', /is a directory, expected a file/],
  ])('a results file "%s" is refused by show and compare', async (name, message) => {
    const path = join(folder, name);
    for (const args of [
      ['show', path],
      ['compare', path, join(folder, 'good.json')],
    ]) {
      const { code, stderr } = await overlap(...args);
      expect(stderr).toMatch(message);
      expect(code).toBe(2);
    }
  });

  it('an unwritable place is refused before anything is measured', async () => {
    for (const flag of ['--out', '--save']) {
      const { code, stderr } = await overlap('run', testScenario('fine'), flag, join(folder, 'file', 'below'));
      expect(stderr).toMatch(/cannot write .*below/);
      expect(code).toBe(2);
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('a busy port is named', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await overlap('serve', '--port', String(port));
    other.close();
    expect(stderr).toContain(String(port));
    expect(code).toBe(2);
  });
});

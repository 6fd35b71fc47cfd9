// Files that do harm when they are imported: to the process that describes them, and to nobody else.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeScenarios } from './describing-process.ts';

const GOOD =
  "export default { title: 'T', question: 'Q?', explanation: 'E', taskCount: 3, inputs: () => [1], cpu: (n) => n };";
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'describe-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, text);
  return pathToFileURL(path).href;
}

const fine = () => file('fine', GOOD);

describe('a scenario file', () => {
  it('comes back as plain data', async () => {
    const [summary] = await describeScenarios([
      file('asks', GOOD.replace('taskCount', 'fixture: { seed: 4 }, taskCount')),
    ]);
    expect(summary).toMatchObject({ id: 'asks', kind: 'cpu', taskCount: 3, concurrency: null, fixture: { seed: 4 } });
  });

  it('that ends its process is named, and hides no other', async () => {
    const exits = file('exits', 'process.exit(0)');
    const described = await describeScenarios([fine(), exits, file('also-fine', GOOD), exits]);
    expect(described).toMatchObject([
      { id: 'fine' },
      {
        code: 'SCENARIO_LOAD',
        message: expect.stringContaining("'exits' does not load: its process exited with code 0"),
      },
      { id: 'also-fine' },
      { code: 'SCENARIO_LOAD' },
    ]);
  });

  it('that kills its process later is not blamed on the next', async () => {
    const slow = file('slow', `await new Promise((resolve) => setTimeout(resolve, 200));\n${GOOD}`);
    const late = file('late', `setTimeout(() => { throw new Error('late'); }, 50);\n${GOOD}`);
    expect(await describeScenarios([late, slow])).toMatchObject([{ id: 'late' }, { id: 'slow' }]);
  });

  it('that never yields is given up, and hides no other', async () => {
    const described = await describeScenarios([file('spins', 'for (;;);'), fine()], undefined, [], 1_500);
    expect(described).toMatchObject([
      { code: 'SCENARIO_LOAD', message: expect.stringContaining('it did not answer within 1.5 s') },
      { id: 'fine' },
    ]);
  });

  it('may hold its process, move it, patch it and print: no one notices', async () => {
    const holds = file(
      'holds',
      `import { spawn } from 'node:child_process'; import { createServer } from 'node:net';
       setInterval(() => {}, 1000); createServer().listen(0, '127.0.0.1'); spawn('sleep', ['60'], { stdio: 'inherit' });
       process.chdir('/'); process.send = undefined; process.exit = () => {}; process.stdout.write('');\n${GOOD}`,
    );
    const before = process.cwd();
    expect(await describeScenarios([holds, fine()])).toMatchObject([{ id: 'holds' }, { id: 'fine' }]);
    expect(process.cwd()).toBe(before);
  });

  it('is not waited for once the run is interrupted', async () => {
    const controller = new AbortController();
    const describing = describeScenarios([file('spins-too', 'for (;;);')], controller.signal);
    controller.abort();
    await expect(describing).rejects.toMatchObject({ code: 'INTERRUPTED' });
  });

  it('that is wrong says how, whatever it is', async () => {
    const throwing = file('throwing', GOOD.replace("title: 'T'", "get title() { throw new Error('no title'); }"));
    const described = await describeScenarios([file('wrong', GOOD.replace("'T'", '5n')), throwing]);
    expect(described).toMatchObject([
      { code: 'SCENARIO_INVALID', message: expect.stringContaining('got bigint 5') },
      { code: 'SCENARIO_LOAD', message: expect.stringContaining('no title') },
    ]);
  });
});

// Files that do harm when they are imported: to the process that describes them, and to nobody else.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeScenarios } from './describing-process.ts';

const GOOD =
  "export default { title: 'T', question: 'Q?', explanation: 'E', taskCount: 3, inputs: () => [1], cpu: (n) => n };";
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'describe-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

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
    const described = await describeScenarios([file('spins', 'for (;;);'), fine()], undefined, [], { answerMs: 1_500 });
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

  it('finds the folder and the environment as they were, whatever another did to them', async () => {
    const moves = file('moves', `process.chdir('/'); process.env.LEFT_BEHIND = 'x'; delete process.env.PATH;\n${GOOD}`);
    const looks = file(
      'looks',
      GOOD.replace("'T'", 'process.cwd() + String(process.env.LEFT_BEHIND) + String(process.env.PATH)'),
    );
    const title = `${process.cwd()}undefined${process.env.PATH}`;
    expect(await describeScenarios([moves, looks])).toMatchObject([{ id: 'moves' }, { title }]);
  });

  it('that does harm is refused with its reason', async () => {
    vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=64');
    const harm: readonly (readonly [text: string, message: RegExp, hint: RegExp])[] = [
      ['process.abort()', /its process was ended by SIGABRT/, /what ends the process/],
      [
        "process.kill(process.pid, 'SIGKILL'); await new Promise(() => {})",
        /was ended by SIGKILL/,
        /what ends the process/,
      ],
      ['process.disconnect()', /its process exited with code 0/, /what ends the process/],
      [
        'const kept = []; for (;;) kept.push(new Array(1e5).fill(0.5 + kept.length))',
        /heap/,
        /more memory.*--max-old-space-size/,
      ],
      ["\n\nthrow new Error('boom')", /does not load: boom, in line 3/, /Look there/],
      ['throw null', /does not load: null/, /Look at what the file does/],
      ['export default {', /does not load: Unexpected end of input/, /node --check/],
    ];
    const described = await describeScenarios(harm.map(([text], index) => file(`harm-${index}`, text)));
    expect(described).toMatchObject(
      harm.map(([, message, hint]) => ({
        code: 'SCENARIO_LOAD',
        ...{ message: expect.stringMatching(message), hint: expect.stringMatching(hint) },
      })),
    );
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

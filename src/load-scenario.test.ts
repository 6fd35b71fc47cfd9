import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadScenario } from './load-scenario.ts';

const GOOD = "title: 'T', question: 'Q?', explanation: 'E', taskCount: 3, inputs: () => [1], cpu: (n) => n";
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenario-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let fileCount = 0;
function load(text: string) {
  fileCount += 1;
  const path = join(folder, `s${fileCount}.mjs`);
  writeFileSync(path, text);
  return loadScenario(pathToFileURL(path).href);
}

describe('a scenario file', () => {
  it('gets its id from its name and its kind from its parts', async () => {
    expect(await load(`export default { ${GOOD} }`)).toMatchObject({ id: 's1', kind: 'cpu' });
    expect(await load(`export default { ${GOOD.replace('cpu:', 'io:')} }`)).toMatchObject({ kind: 'io' });
    expect(await load(`export default { ${GOOD}, io: (n) => n }`)).toMatchObject({ kind: 'mixed' });
  });

  it.each([
    ['no default export', 'export const x = 1', /expected `export default defineScenario.*got no default export/],
    ['a number', 'export default 7', /got number/],
    ['null', 'export default null', /expected `export default/],
    ['no parts', `export default { ${GOOD.replace(/, cpu.*/, '')} }`, /expected an `io` part .* got neither/],
    ['an empty title', `export default { ${GOOD.replace("'T'", "''")} }`, /`title` to be a text .*, got string ""/],
    ['no question', `export default { ${GOOD.replace('question', 'x')} }`, /`question` to be a text .*, got nothing/],
    ['no tasks', `export default { ${GOOD.replace('3', '0')} }`, /`taskCount` .* from 1 to 1000000, got number 0/],
    ['half a task', `export default { ${GOOD.replace('3', '2.5')} }`, /`taskCount` .* got number 2.5/],
    ['inputs that are a list', `export default { ${GOOD.replace('() => [1]', '[1]')} }`, /`inputs` to be a function/],
    ['a title that JSON does not know', `export default { ${GOOD.replace("'T'", '5n')} }`, /got bigint 5/],
    ['a title that is a circle', `const a = {}; a.a = a; export default { ${GOOD}, title: a }`, /got object \(/],
    ['a title without end', `export default { ${GOOD}, title: 'x'.repeat(20_000) }`, /got string "x{79} \(/],
    [
      'no bound',
      `export default { ${GOOD}, concurrency: 0 }`,
      /`concurrency` .* from 1 to 10000 or absent, got number 0/,
    ],
    [
      'half a yes',
      `export default { ${GOOD}, allowFailures: 1 }`,
      /`allowFailures` to be true, false, 'rejecting' or absent/,
    ],
    ['a list of options', `export default { ${GOOD}, fixture: [] }`, /`fixture` to be an object of server options/],
    ['a part that is a text', `export default { ${GOOD}, io: 'x' }`, /`io` to be a function or absent, got string "x"/],
  ])('is refused with %s', async (_, text, message) => {
    await expect(load(text)).rejects.toMatchObject({
      code: 'SCENARIO_INVALID',
      message: expect.stringMatching(message),
    });
  });

  it('that never finishes loading is refused in the end', async () => {
    vi.useFakeTimers();
    const loading = load('await new Promise(() => {}); export default {}');
    const refused = expect(loading).rejects.toMatchObject({
      code: 'SCENARIO_LOAD',
      message: expect.stringContaining('it did not finish within 10 s'),
    });
    await vi.advanceTimersByTimeAsync(10_000);
    await refused;
    vi.useRealTimers();
  });

  it.each([
    ['throws', "throw new Error('broken file')", /does not load: broken file/],
    ['has a syntax error', 'export default {', /does not load: ./],
    ['imports what is not there', "import './nowhere.mjs'", /does not load: Cannot find module/],
  ])('that %s is refused with the reason', async (_, text, message) => {
    await expect(load(text)).rejects.toMatchObject({ code: 'SCENARIO_LOAD', message: expect.stringMatching(message) });
  });
});

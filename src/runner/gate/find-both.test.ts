// Two small folders for each question. Processes describe their files once; elsewhere a look into the text does.

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { BenchError } from '../../errors.ts';
import { scenarioIdOf } from '../../scenario-file.ts';
import type { Narrowing } from '../choosing/narrow.ts';
import { describeScenarios } from '../processes/describing-process.ts';
import { pairOf } from '../testing/gate-request.ts';
import { findBoth } from './find-both.ts';

vi.mock('../processes/describing-process.ts', { spy: true });
const describing = vi.mocked(describeScenarios);
beforeEach(() => void describing.mockReset().mockImplementation(atAGlance));

/** A scenario of this title. */
const scenario = (title: string, tags: readonly string[] = []) => `export default {
  title: '${title}', question: 'Q?', explanation: 'E', taskCount: 2, tags: ${JSON.stringify(tags)},
  inputs: (count) => Array.from({ length: count }, (_, index) => index),
  io: async (input) => input,
};
`;
const BROKEN = `throw new Error('cannot be');`;

/** What `scenario` wrote, as a process would describe it. */
async function atAGlance(urls: readonly string[]) {
  return urls.map((url) => {
    const text = readFileSync(fileURLToPath(url), 'utf8');
    if (text === BROKEN) return new BenchError('SCENARIO_LOAD', 'cannot be', 'Mend it.');
    const [, title = '', tags = '[]'] = /title: '(.*?)'.*tags: (.*?),\n/.exec(text) ?? [];
    return { ...pairOf(scenarioIdOf(url)).base, url, title, tags: JSON.parse(tags) };
  });
}

type Files = Readonly<Record<string, string>>;

function folderOf(files: Files): { folder: string } {
  // One folder down, so that there is something of our own outside.
  const own = realpathSync(mkdtempSync(join(tmpdir(), 'find-both-')));
  onTestFinished(() => rmSync(own, { recursive: true, force: true }));
  const folder = join(own, 'tree');
  for (const [name, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { folder };
}

function find(words: readonly string[], base: Files, head: Files, narrowing: Narrowing = {}) {
  const folders = { base: folderOf(base), head: folderOf(head) };
  const finding = { signal: new AbortController().signal, imports: [], narrowing };
  return { folders, found: findBoth(words, folders, finding) };
}

describe('the scenarios of both versions', () => {
  it('are matched by the place of their file, and the others are told with what became of them', async () => {
    describing.mockReset();
    const { folders, found } = find(
      ['bench/*.js'],
      {
        'bench/same.js': scenario('Before'),
        'bench/gone.js': scenario('Only before'),
        'bench/old-name.js': scenario('Moved'),
        'bench/breaks.js': scenario('Breaks'),
        'bench/mends.js': BROKEN,
        'bench/never.js': BROKEN,
        'bench/_helper.js': BROKEN,
        'other/out.js': BROKEN,
      },
      {
        'bench/same.js': scenario('After'),
        'bench/new.js': scenario('Only after'),
        'bench/new-name.js': scenario('Moved'),
        'bench/breaks.js': BROKEN,
        'bench/mends.js': scenario('Mends'),
        'bench/never.js': BROKEN,
      },
    );
    const { pairs, gaps } = await found;
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({
      file: 'bench/same.js',
      base: { id: 'same', title: 'Before' },
      head: { id: 'same', title: 'After' },
    });
    expect(pairs[0]?.base.url).toContain(folders.base.folder);
    expect(pairs[0]?.head.url).toContain(folders.head.folder);
    const told = Object.fromEntries(
      gaps.map(({ scenarioId, file, news, reason }) => [scenarioId, [file, news, reason]]),
    );
    expect(told).toEqual({
      gone: ['bench/gone.js', 'removed', 'only in base'],
      'old-name': ['bench/old-name.js', 'removed', 'only in base; bench/new-name.js in head has its title: renamed?'],
      new: ['bench/new.js', 'added', 'only in head'],
      'new-name': ['bench/new-name.js', 'added', 'only in head'],
      breaks: ['bench/breaks.js', 'broken', expect.stringMatching(/^does not load in head: .*cannot be/s)],
      mends: ['bench/mends.js', 'not comparable', expect.stringMatching(/^does not load in base: .*cannot be/s)],
      never: ['bench/never.js', 'not comparable', expect.stringMatching(/^does not load on either side: .*cannot be/s)],
    });
  });

  it('may be named by a path that only one side has', async () => {
    const { found } = find(['./a.js', 'b.js', 'b.js'], { 'a.js': scenario('A') }, { 'b.js': scenario('B') });
    const { pairs, gaps } = await found;
    expect(pairs).toEqual([]);
    expect(gaps).toMatchObject([
      { file: 'a.js', news: 'removed' },
      { file: 'b.js', news: 'added' },
    ]);
  });

  it('leave out what lies in somebody’s package, and what lies outside', async () => {
    const files = { 'a.js': scenario('A'), 'node_modules/p/b.js': scenario('B') };
    const { pairs, gaps } = await find(['**/*.js'], files, files).found;
    expect(pairs.map(({ file }) => file)).toEqual(['a.js']);
    expect(gaps).toEqual([]);
    const outside = find(['../**/*.js'], { ...files, '../b.js': BROKEN }, { ...files, '../b.js': BROKEN });
    expect(await outside.found).toMatchObject({ pairs: [{ file: 'a.js' }], gaps: [] });
  });

  it('are narrowed by what head says of them', async () => {
    const both = { 'a.js': scenario('A', ['old']), 'b.js': scenario('B', ['new']) };
    const head = { 'a.js': scenario('A', ['new']), 'b.js': scenario('B', ['old']) };
    expect((await find(['*.js'], both, head, { tags: ['new'] }).found).pairs.map(({ file }) => file)).toEqual(['a.js']);
  });

  it('are narrowed with those that are on one side only, but never by what cannot be asked', async () => {
    const base = { 'gone.js': scenario('G', ['db']), 'breaks.js': scenario('B', ['web']), 'never.js': BROKEN };
    const head = { 'new.js': scenario('N', ['db']), 'breaks.js': BROKEN, 'never.js': BROKEN };
    const { pairs, gaps } = await find(['*.js'], base, head, { tags: ['web'] }).found;
    expect(pairs).toEqual([]);
    expect(gaps.map(({ scenarioId, news }) => [scenarioId, news])).toEqual([
      ['breaks', 'broken'],
      ['never', 'not comparable'],
    ]);
  });
});

describe('narrowing', () => {
  it('leaves nothing to tell of what was not meant, and all of what nobody can know', async () => {
    const { found } = find(
      ['*.js'],
      {
        ...{ 'a.js': scenario('A', ['slow']), 'b.js': scenario('B', ['fast']), 'c.js': scenario('C', ['slow']) },
        ...{ 'd.js': scenario('D', ['fast']), 'e.js': scenario('E', ['slow']), 'f.js': BROKEN },
      },
      {
        ...{ 'a.js': scenario('A', ['fast']), 'b.js': scenario('B', ['slow']), 'd.js': BROKEN, 'e.js': BROKEN },
        ...{ 'f.js': BROKEN, 'g.js': scenario('G', ['slow']), 'h.js': scenario('H', ['fast']) },
      },
      { tags: ['fast'] },
    );
    const { pairs, gaps } = await found;
    expect(pairs.map(({ file }) => file)).toEqual(['a.js']);
    expect(gaps.map(({ file, news }) => `${file} ${news}`).sort()).toEqual([
      ...['d.js broken', 'f.js not comparable', 'h.js added'],
    ]);
  });

  it('to a tag of what does not load in head any more is no unknown tag', async () => {
    const { found } = find(['a.js'], { 'a.js': scenario('A', ['smoke']) }, { 'a.js': BROKEN }, { tags: ['smoke'] });
    expect((await found).gaps).toMatchObject([{ file: 'a.js', news: 'broken' }]);
  });
});

describe('what is refused', () => {
  it('is a word that names nothing on either side', async () => {
    const { folders, found } = find(['none.js'], {}, {});
    await expect(found).rejects.toMatchObject({
      code: 'UNKNOWN_SCENARIO',
      message: expect.stringContaining(join(folders.head.folder, 'none.js')),
    });
    await expect(find(['bench/*.js'], {}, {}).found).rejects.toMatchObject({ code: 'UNKNOWN_SCENARIO' });
    await expect(find(['no-such-id'], {}, {}).found).rejects.toMatchObject({ code: 'UNKNOWN_SCENARIO' });
  });

  it.each(['download-pages', 'download-*'])('is %s, which comes with the suite', async (word) => {
    await expect(find([word], {}, {}).found).rejects.toMatchObject({
      code: 'USAGE',
      message: `'${word}' comes with overlap-bench and is the same in both versions`,
    });
  });

  it.each(['../x.js', 'node_modules/p/y.js'])('is %s, which is not there in both versions', async (word) => {
    const files = { '../x.js': scenario('X'), 'node_modules/p/y.js': scenario('Y') };
    const { folders, found } = find([word], files, files);
    await expect(found).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringMatching(`^'${word}': expected scenario files in ${folders.head.folder} or below it, `),
    });
  });

  it('are two files of one id', async () => {
    const files = { 'a/same.js': scenario('A'), 'b/same.js': scenario('B') };
    await expect(find(['*/same.js'], files, files).found).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringMatching(/^Two files have the id 'same'/),
    });
  });

  it('is a tag that no scenario has', async () => {
    const files = { 'a.js': scenario('A', ['new']) };
    await expect(find(['a.js'], files, files, { tags: ['nwe'] }).found).rejects.toMatchObject({
      code: 'UNKNOWN_SCENARIO',
      message: expect.stringMatching(/^--tag: no scenario has the tag 'nwe'/),
    });
  });
});

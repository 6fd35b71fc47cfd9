// `overlap show --timeline`: whose tasks, in which format, and what is said where there are none.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultDocument } from '../../../model/document/document.ts';
import { SAMPLE_TIMELINE } from '../../../model/testing/sample-timeline.ts';
import { documentOf } from '../../../report/testing/document-builder.ts';
import { downloadPages } from '../../../report/testing/sample-documents.ts';
import { callOverlap } from '../../testing.ts';

let folder = '';
let kept = '';
let bare = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'timelines-'));
  const document = documentOf({ scenarios: [downloadPages] });
  const slowest = { ...SAMPLE_TIMELINE, round: 1, reason: 'slowest' as const, batchUs: 20_000 };
  const cells = document.cells.map((cell) => ({ ...cell, timelines: [SAMPLE_TIMELINE, slowest] }));
  kept = keep('kept', { ...document, cells });
  bare = keep('bare', document);
});
afterAll(() => rmSync(folder, { recursive: true }));

function keep(name: string, document: ResultDocument): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(document));
  return path;
}

const show = (...args: string[]) => callOverlap(['show', ...args]);

describe('show --timeline', () => {
  it('draws the two samples of the named strategies, in the order of the table', async () => {
    const { code, stdout } = await show(kept, '--timeline', 'pool,gather');
    expect(code).toBe(0);
    const captions = stdout.split('\n').filter((line) => /: \d+ tasks in /.test(line));
    expect(captions.map((line) => line.split(':')[0])).toEqual(['gather', 'gather', 'pool w2', 'pool w2']);
    expect(captions[0]).toContain('10.0 ms, the sample nearest to the median (round 1)');
    expect(captions[1]).toContain('20.0 ms, the slowest sample (round 2)');
    expect(stdout).toContain('▕');
  });

  it('knows an arm by its name, too, and all of them', async () => {
    const one = await show(kept, '--timeline', 'pool w2');
    expect(one.stdout).toMatch(/^pool w2: 2 tasks/m);
    expect(one.stdout).not.toMatch(/^gather: 2 tasks/m);
    const reference = await show(kept, '--timeline', 'sequential');
    expect(reference.stdout).toMatch(/^sequential: 2 tasks/m);
    expect(reference.stdout).not.toMatch(/^placebo: 2 tasks/m);
    expect((await show(kept, '--timeline', 'placebo')).stdout).toMatch(/^placebo: 2 tasks/m);
    const all = await show(kept, '--timeline', 'all');
    expect(all.stdout).toMatch(/^sequential: 2 tasks[\s\S]*^placebo: 2 tasks[\s\S]*^gather: 2 tasks/m);
  });

  it('keeps to ASCII where that is asked for, and to one scale', async () => {
    const own = await show(kept, '--timeline', 'gather', '--ascii');
    expect(own.stdout).toMatch(/^[\x20-\x7e\n]+$/);
    const shared = await show(kept, '--timeline', 'gather', '--ascii', '--same-axis');
    const barsOf = (text: string) => [...text.matchAll(/\|([^|]*)\|/g)].map(([, bar = '']) => bar.trimEnd().length);
    const [ownBars, sharedBars] = [barsOf(own.stdout), barsOf(shared.stdout)];
    expect(ownBars[1]).toBe(ownBars[0] && Math.max(...ownBars));
    expect(sharedBars[1]).toBeLessThan((ownBars[1] ?? 0) * 0.6);
  });

  it('goes to a file, and to scripts as what it is', async () => {
    const out = join(folder, 'timelines.json');
    await show(kept, '--timeline', 'gather', '--format', 'json', '--out', out);
    const [scenario] = JSON.parse(readFileSync(out, 'utf8'));
    expect(scenario.timelines.map(({ name, batchUs }: { name: string; batchUs: number }) => [name, batchUs])).toEqual([
      ['gather', 10_000],
      ['gather', 20_000],
    ]);
    const trace = await show(kept, '--timeline', 'gather', '--format', 'trace');
    const { traceEvents } = JSON.parse(trace.stdout) as { traceEvents: { name: string; args?: { name?: string } }[] };
    const processes = traceEvents.flatMap(({ name, args }) => (name === 'process_name' ? (args?.name ?? []) : []));
    expect(processes.filter((name) => name.endsWith(': tasks'))).toEqual([
      'download-pages gather (typical): tasks',
      'download-pages gather (slowest): tasks',
    ]);
  });

  it.each([
    [
      'an arm that is not there',
      ['--timeline', 'gater'],
      /has no tasks of 'gater'\nExpected some of: sequential, placebo, gather, /,
    ],
    ['a format without pictures', ['--timeline', 'gather', '--format', 'csv'], /format 'csv' has no way to draw tasks/],
  ])('refuses %s', async (_, flags, message) => {
    const { code, stderr } = await show(kept, ...flags);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('refuses a run that kept no tasks, several runs, and the numbers of a gate', async () => {
    expect(await show(bare, '--timeline', 'gather')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('expected a run that kept its tasks, got one without any'),
    });
    expect(await show(kept, bare, '--timeline', 'gather')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('expected the result of one run, got several files'),
    });
    expect(await show('results/examples/prices/gate.json', '--timeline', 'gather')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('got the numbers of a gate'),
    });
  });
});

describe('formats that draw no comparison', () => {
  it('are refused before anything is read', async () => {
    const { code, stderr } = await callOverlap(['compare', 'no-such.json', 'nor-this.json', '--format', 'trace']);
    expect(code).toBe(2);
    expect(stderr).toContain("--format: format 'trace' draws runs, and this is a comparison");
    expect(stderr).toContain('Draw it as one of: table, json, markdown, csv');
    const gate = await callOverlap(['gate', '--base', 'HEAD', '--format', 'trace']);
    expect(gate).toMatchObject({ code: 2, stderr: expect.stringContaining('this is a comparison') });
  });

  it('a gate that was kept, too', async () => {
    const shown = await show('results/examples/prices/gate.json', '--format', 'trace');
    expect(shown).toMatchObject({ code: 2, stderr: expect.stringContaining('this is a comparison') });
  });
});

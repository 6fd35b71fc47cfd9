// Nothing is written that was not asked for, but for our own folder, which git passes over; and the latest result is found.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ResultDocument } from '../../model/document/document.ts';
import { documentOf } from '../../report/testing/document-builder.ts';
import { downloadPages } from '../../report/testing/sample-documents.ts';
import { callOverlap } from '../testing.ts';
import { latestResult } from './result-place.ts';

const runner = vi.hoisted(() => ({ folder: '', refuses: false, document: null as ResultDocument | null }));
vi.mock('../runner.ts', async (original) => ({
  ...(await original<typeof import('../runner.ts')>()),
  prepareRun: (_: unknown, folder: string) => {
    runner.folder = folder;
    return { replacedRoundCount: 0, keptIn: null, start: async () => runner.document, forget() {}, leave() {} };
  },
}));
vi.mock('../../runner/discover.ts', async (original) => {
  const discover = await original<typeof import('../../runner/discover.ts')>();
  return {
    ...discover,
    findScenarios: async (names: string[]) =>
      names.includes('fine') ? [{ id: 'fine', kind: 'mixed', taskCount: 4 }] : discover.findScenarios(names),
  };
});

const home = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'places-'));
  process.chdir(folder);
  runner.document = documentOf({ scenarios: [downloadPages] });
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

describe('a run that names no place', () => {
  it('keeps its result and its journal in a folder that git passes over', async () => {
    execFileSync('git', ['init', '-q']);
    const { code, stderr } = await callOverlap(['run', 'fine']);
    const [, path = ''] = /^Saved (\.overlap\/\d{4}-\S+Z\.json)\. Show it again: overlap show \1$/m.exec(stderr) ?? [];
    expect(code).toBe(0);
    expect(runner.folder).toBe('.overlap');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ schemaVersion: expect.any(Number) });
    expect(readdirSync('.').sort()).toEqual(['.git', '.overlap']);
    expect(readdirSync('.overlap').sort()).toEqual(['.gitignore', path.slice('.overlap/'.length)]);
    expect(execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' })).toBe('');
    expect((await callOverlap(['show'])).stderr).toBe(`This is ${path}.\n`);
  });

  it('leaves the ignore file of somebody who has changed it', async () => {
    mkdirSync('.overlap');
    writeFileSync('.overlap/.gitignore', '!*.json\n');
    await callOverlap(['run', 'fine']);
    expect(readFileSync('.overlap/.gitignore', 'utf8')).toBe('!*.json\n');
  });

  it('leaves nothing behind when it is refused', async () => {
    expect((await callOverlap(['run', 'nothing-of-that-name'])).code).toBe(2);
    expect((await callOverlap(['run', 'fine', '--rounds', '1', '--epochs', '2'])).code).toBe(2);
    expect(readdirSync('.')).toEqual([]);
  });

  it('is refused, before it measures, where nothing can be written, and told how to go on', async () => {
    writeFileSync('.overlap', 'a file of somebody else');
    const { code, stdout, stderr } = await callOverlap(['run', 'fine']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^error: cannot write \.overlap.*\nName a place for the result: --save FILE, or --save FOLDER\/\.\n$/,
    );
    if (process.getuid?.() === 0) return;
    rmSync('.overlap');
    chmodSync('.', 0o500);
    expect((await callOverlap(['run', 'fine'])).code).toBe(2);
    chmodSync('.', 0o700);
  });
});

describe('--save', () => {
  it('with a folder keeps results there, each under a name of its own, and makes no other folder', async () => {
    const { stderr } = await callOverlap(['run', 'fine', '--save', 'mine/deep/']);
    expect(stderr).toMatch(/^Saved mine\/deep\/\d{4}-\S+Z\.json\. /);
    expect(readdirSync('mine/deep')).toHaveLength(1);
    expect(readdirSync('.')).toEqual(['mine']);
    expect(runner.folder).toBe('mine/deep');
    expect((await callOverlap(['show', 'mine/deep/'])).stderr).toMatch(/^This is mine\/deep\/\d/);
  });

  it('with a file writes that file alone', async () => {
    expect((await callOverlap(['run', 'fine', '--save', 'one.json'])).code).toBe(0);
    expect(readdirSync('.')).toEqual(['one.json']);
  });
});

describe('the latest result', () => {
  it('is the one whose name is latest, whatever else lies there', () => {
    for (const name of ['2026-01-02T10-00-00.000Z.json', '2026-01-10T09-00-00.000Z.json', 'z.json', '.gitignore']) {
      writeFileSync(name, '');
    }
    writeFileSync('.journal-2027-01-01T00-00-00.000Z.json', '');
    expect(latestResult('./')).toBe('2026-01-10T09-00-00.000Z.json');
  });

  it('is missed where there is none', async () => {
    const { code, stdout, stderr } = await callOverlap(['show']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('error: no result in .overlap/\n`overlap run` makes one; or name a file: overlap show FILE.\n');
  });
});

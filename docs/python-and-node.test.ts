// Every program of python-and-node.md prints what the page says: the block of text that comes next.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from './tools/blocks.ts';
import { DOCS, textOf } from './tools/pages.ts';

const run = promisify(execFile);
const blocks = blocksOf(textOf('python-and-node.md'));
const LEAST_PYTHON = [3, 11] as const;

const programs = (language: string) =>
  blocks
    .filter((block) => block.language === language)
    .map(({ text, line }) => ({
      place: `line ${line}`,
      text,
      printed: blocks.find((block) => block.language === 'text' && block.line > line)?.text,
    }));

/** Whether there is a Python that knows task groups. */
async function hasPython(): Promise<boolean> {
  const { stdout } = await run('python3', ['--version']).catch(() => ({ stdout: '' }));
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(stdout) ?? []).map(Number);
  return major > LEAST_PYTHON[0] || (major === LEAST_PYTHON[0] && minor >= LEAST_PYTHON[1]);
}

const python = await hasPython();
if (!python) console.warn(`No python3 of ${LEAST_PYTHON.join('.')} or later: its programs are skipped.`);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'python-and-node-'));
  // For the packages that programs name.
  symlinkSync(join(DOCS, '../node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function outputOf(program: string, file: string, text: string): Promise<string> {
  const path = join(folder, file);
  writeFileSync(path, text);
  const { stdout, stderr } = await run(program, [path], { cwd: folder });
  expect(stderr).toBe('');
  return stdout;
}

it('has a pair in every section, and a row of the map for each', () => {
  const page = textOf('python-and-node.md');
  const sections = page.split(/^## /m).slice(1);
  const rows = page.split('\n').filter((line) => line.startsWith('| ['));
  expect(rows).toHaveLength(sections.length);
  for (const section of sections) {
    const languages = blocksOf(section).map(({ language }) => language);
    expect(languages.filter((language) => language !== 'text')).toEqual(['python', 'js']);
    expect(languages.at(-1)).toBe('text');
    expect(section).toContain('**Where it breaks.**');
  }
});

describe('Node prints what the page says', () => {
  it.each(programs('js').map((program) => [program.place, program] as const))('%s', async (place, program) => {
    expect(await outputOf(process.execPath, `${place.replace(' ', '-')}.mjs`, program.text)).toBe(program.printed);
  });
});

describe.skipIf(!python)('Python prints what the page says', () => {
  it.each(programs('python').map((program) => [program.place, program] as const))('%s', async (place, program) => {
    expect(await outputOf('python3', `${place.replace(' ', '-')}.py`, program.text)).toBe(program.printed);
  });
});

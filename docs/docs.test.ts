// The pages of this folder cannot rot: scenarios are performed, code is compiled, command lines are read by the program's own
// commands, and what is printed is what it prints today. What has to be installed first is followed in e2e/docs.test.ts.

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageFile from '../package.json' with { type: 'json' };
import { callOverlap } from '../src/cli/testing.ts';
import { STUDIES } from '../studies/registry.ts';
import { type Block, blocksOf, commandsOf, overlapArguments } from './tools/blocks.ts';
import { DOCS, PAGES, textOf } from './tools/pages.ts';
import type { Performed } from './tools/perform-main.ts';
import { readCommandLine } from './tools/program.ts';

const ROOT = join(DOCS, '..');

/** Pages whose code is run by tests of their own; what is left to this one are their links and command lines. */
const OWN_TESTS: Readonly<Record<string, string>> = {
  'api.md': 'src/api/examples.test.ts',
  'vitest.md': 'e2e/vitest-provider.test.ts',
  'your-server.md': 'e2e/your-server.test.ts',
  'config.md': 'e2e/config-page.test.ts',
  'python-and-node.md': 'docs/python-and-node.test.ts',
};
const OWN_PAGES = PAGES.filter((page) => !(page in OWN_TESTS));

/** YAML is what e2e/ci-files.test.ts reads. */
const LANGUAGES = ['ts', 'js', 'json', 'sh', 'text', 'yaml', 'python'];
/** Commands of a page that are not the program's. */
const OTHER_COMMANDS = [
  /^npm install --save-dev [\w @.-]+$/,
  /^npx vitest bench\b/,
  /^git (?:add|commit|fetch) [^;&|]+$/,
  /^(?:PORT=\d+ )?node [\w./-]+\.[cm]?[jt]s\b/,
  /^kill %\d$/,
];

/** Commands whose output pages show. */
const DRAWING = ['show', 'compare', 'gate', 'predict', 'hunt'];

/** A command within a text; a usage line is none. */
const INLINE_COMMAND = /`((?:npx overlap-bench|npm run [a-z:]+|overlap) [a-z-][^[`\n]*)`/g;

const blocks = (pages: readonly string[], ...languages: string[]) =>
  pages.flatMap((page) =>
    blocksOf(textOf(page))
      .filter(({ language }) => languages.includes(language))
      .map((block) => ({ page, ...block, place: `${page}:${block.line}` })),
  );

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docs-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('every page', () => {
  it.each(PAGES)('%s has links that lead somewhere', (page) => {
    const links = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const broken = links.filter((target) => {
      const [file = '', anchor] = target.split('#');
      const path = file === '' ? join(DOCS, page) : resolve(DOCS, file);
      if (!existsSync(path)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(path, 'utf8')).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('is in the index', () => {
    for (const page of PAGES) if (page !== 'README.md') expect(textOf('README.md')).toContain(`](${page})`);
  });

  it('has blocks of languages that are checked', () => {
    const others = PAGES.flatMap((page) =>
      blocksOf(textOf(page)).filter((block) => !LANGUAGES.includes(block.language)),
    );
    expect(others).toEqual([]);
    expect(blocks(PAGES, 'sh').length).toBeGreaterThan(15);
    expect(blocks(OWN_PAGES, 'text').length).toBeGreaterThan(8);
  });

  it('or its own test', () => {
    for (const [page, test] of Object.entries(OWN_TESTS)) {
      expect([page, readFileSync(join(ROOT, test), 'utf8').includes(page)]).toEqual([page, true]);
    }
  });
});

function anchorsOf(page: string): string[] {
  return [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('command lines', () => {
  const inline = PAGES.flatMap((page) =>
    [...textOf(page).matchAll(INLINE_COMMAND)].map(([, command = '']) => [command, page] as const),
  );
  const shown = blocks(PAGES, 'sh').flatMap((block) =>
    commandsOf(block).map((command) => [command, block.place] as const),
  );
  const pasted = blocks(PAGES, 'yaml').flatMap(({ text, place }) =>
    [...text.matchAll(/\bnpx overlap-bench .*$/gm)].map(([command]) => [command, place] as const),
  );

  it.each([...shown, ...pasted])('%s (%s)', async (command) => {
    const args = overlapArguments(command);
    const [, script] = /^npm run (\S+)/.exec(command) ?? [];
    if (script !== undefined) expect(Object.keys(packageFile.scripts)).toContain(script);
    if (args !== null) await readCommandLine(args);
    if (args === null && script === undefined) expect(OTHER_COMMANDS.some((form) => form.test(command))).toBe(true);
  });

  it.each(inline)('`%s` (%s)', async (command) => {
    const args = overlapArguments(command);
    const [, study] = /^npm run study -- (\S+)/.exec(command) ?? [];
    if (study !== undefined) expect(STUDIES.map(({ id }) => id)).toContain(study);
    if (args === null) return;
    // What is only named in a text need not be complete.
    await readCommandLine(args).catch((thrown) => {
      expect(['commander.missingArgument', 'commander.missingMandatoryOptionValue']).toContain(thrown.code);
    });
  });

  it('run nothing of somebody else’s: that name on npm is not ours', () => {
    expect(PAGES.filter((page) => /npx overlap(?!-bench)/.test(textOf(page)))).toEqual([]);
  });
});

describe('what is printed', () => {
  const printed = new Map<string, Promise<string>>();

  /** What a command of a page prints today; a name alone is one of the results that the pages were written from. */
  function outputOf(args: readonly string[]): Promise<string> {
    const paths = args.map((word) => (/^\w+\.json$/.test(word) ? `results/examples/prices/${word}` : word));
    // Its excerpts are of the comparison that the tests of the renderers draw.
    const [, kind] = /--report ([\w-]+)=/.exec(args.join(' ')) ?? [];
    if (kind !== undefined)
      return Promise.resolve(readFileSync(join(ROOT, `src/render/golden/ci-${kind}.txt`), 'utf8'));
    // A gate measures for minutes: what it printed is told again from its raw numbers.
    const told = paths[0] === 'gate' ? ['show', 'results/examples/prices/gate.json'] : paths;
    // A guess is kept wherever it is made.
    if (told[0] === 'predict') told.push('--save-guess', `${folder}/guesses/`);
    const key = told.join(' ');
    const found = printed.get(key) ?? callOverlap(told).then(({ stdout }) => stdout);
    printed.set(key, found);
    return found;
  }

  /** The command above a block that printed it. */
  function commandAbove(page: string, line: number): string[] {
    const above = blocks([page], 'sh').filter((block) => block.line < line);
    const args = above.flatMap(commandsOf).map(overlapArguments);
    return args.findLast((words) => words !== null && DRAWING.includes(words[0] ?? '')) ?? [];
  }

  it.each(blocks(OWN_PAGES, 'text').map((block) => [block.place, block] as const))(
    '%s',
    async (_, { page, line, text }) => {
      const output = await outputOf(commandAbove(page, line));
      for (const paragraph of text.trimEnd().split(/\n{2,}/)) expect(output).toContain(paragraph);
    },
  );

  it('holds the figures that the text beside it quotes', async () => {
    const output = await outputOf(['show', 'results/examples/two-cores.json', '--details']);
    expect(figuresIn(textOf('reading-a-result.md')).filter((figure) => !output.includes(figure))).toEqual([]);
  });

  it('or stands in the files that a section names, a row of a table in one line', async () => {
    const sections = textOf('what-it-cannot-tell.md').split(/^## /m);
    const checked = sections.flatMap((section) => {
      const sources = [...section.matchAll(/\]\((\.\.\/results\/[^)]+\.txt)\)/g)].flatMap(([, path = '']) =>
        readFileSync(join(DOCS, path), 'utf8').split('\n'),
      );
      const rows = [...section.matchAll(/^\| `\d.*$/gm)].map(([row]) => figuresIn(row));
      return [...rows, ...figuresIn(section).map((figure) => [figure])].map((figures) => ({
        figures,
        isThere: sources.some((line) => figures.every((figure) => line.includes(figure))),
      }));
    });
    expect(checked.length).toBeGreaterThan(20);
    expect(checked.filter(({ isThere }) => !isThere)).toEqual([]);
  });
});

/** Figures that a text quotes as code. */
function figuresIn(text: string): string[] {
  return [...text.matchAll(/`(\d[^`\n]*)`/g)].map(([, figure = '']) => figure);
}

describe('code', () => {
  /** The files of each page, in a folder of its own; a file that comes again is in a second one beside the others. */
  function writeFiles(code: readonly (Block & { readonly page: string })[]): string[] {
    const written: string[] = [];
    const state = new Map<string, Map<string, string>>();
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    for (const { page, file, language, line, text } of code) {
      const files = state.get(page) ?? new Map<string, string>();
      state.set(page, files);
      const name = file ?? `line-${line}.${language}`;
      const again = files.has(name) ? `-${line}` : '';
      files.set(name, text);
      for (const [each, content] of files) {
        if (again === '' && each !== name) continue;
        const path = join(folder, `${page}${again}`, each);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
        written.push(path);
      }
    }
    return written;
  }

  it('compiles, and scenarios do what they say, on the main thread and in a worker', { timeout: 180_000 }, async () => {
    const files = writeFiles(blocks(OWN_PAGES, 'ts', 'js'));
    const scenarios = files.filter((file) => readFileSync(file, 'utf8').includes('defineScenario('));
    expect(scenarios.length).toBeGreaterThan(8);
    const run = promisify(execFile);
    const perform = run(process.execPath, [join(DOCS, 'tools/perform-main.ts'), ...scenarios], { cwd: ROOT });
    await writeSettings();
    const compiled = await run(process.execPath, [TSC, '-p', folder]).catch(({ stdout }) => ({ stdout }));
    expect(compiled.stdout).toBe('');
    const performed = (await perform).stdout
      .trim()
      .split('\n')
      .map((line): Performed => JSON.parse(line));
    expect(performed.filter(({ failure }) => failure !== undefined)).toEqual([]);
    expect(performed).toHaveLength(scenarios.length);
  });

  it('that is JSON can be read', () => {
    for (const { text } of blocks(PAGES, 'json')) expect(() => JSON.parse(text)).not.toThrow();
  });

  const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

  async function writeSettings(): Promise<void> {
    const compilerOptions = {
      paths: { 'overlap-bench': [join(ROOT, 'src/index.ts')] },
      typeRoots: [join(ROOT, 'node_modules/@types')],
    };
    const settings = { extends: join(ROOT, 'tsconfig.json'), compilerOptions, include: ['**/*.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  }
});

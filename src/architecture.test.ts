// Who may import what, as data. Data flows in one direction (CONTRIBUTING.md); this test reads the import lines and
// names every arrow that points the other way. Each package has the owners named here and nobody else.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { figureEntries } from './model/report/figures.ts';
import { SHAPE_WORDS } from './model/shape.ts';
import { ALL_STRATEGIES } from './strategies/registry.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Each place and the places it may import from, besides itself and node's own modules (`node`). */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'src/model': ['fixtures/options.ts'],
  'src/exit-codes.ts': [],
  'src/errors.ts': ['src/model', 'src/exit-codes.ts'],
  'src/compile-cache.ts': ['node'],
  'src/kernels.ts': ['src/model', 'node'],
  'src/connections.ts': ['src/model', 'node'],
  'src/http.ts': ['src/model', 'src/errors.ts', 'src/connections.ts', 'node'],
  'src/authoring.ts': ['src/model', 'src/kernels.ts', 'src/errors.ts'],
  'src/index.ts': [
    'src/authoring.ts',
    'src/api',
    'src/model',
    'src/errors.ts',
    'src/exit-codes.ts',
    'src/render/renderer.ts',
    'src/runner/plan/run-settings.ts',
  ],
  'src/tool.ts': ['package.json'],
  'src/entry-url.ts': [],
  'src/quoted-word.ts': [],
  'src/visible-text.ts': [],
  'src/scenario-file.ts': ['src/errors.ts', 'node'],
  'src/loading': ['src/errors.ts', 'src/entry-url.ts', 'node'],
  'src/load-scenario.ts': ['src/model', 'src/errors.ts', 'src/scenario-file.ts', 'src/loading', 'node'],
  'src/lessons': ['src/model'],
  'src/strategies': ['src/model', 'src/errors.ts'],
  'src/stats': ['src/model'],
  'src/theory': ['src/model'],
  'src/arm': [
    'src/model',
    'src/strategies',
    'src/errors.ts',
    'src/entry-url.ts',
    'src/http.ts',
    'src/kernels.ts',
    'src/load-scenario.ts',
    'src/loading',
    'src/scenario-file.ts',
    'fixtures/options.ts',
    'src/stats',
    'node',
  ],
  'src/document': ['src/model', 'src/errors.ts', 'src/visible-text.ts', 'src/strategies/version-1.ts', 'node'],
  'src/history': ['src/model', 'src/document', 'src/errors.ts', 'src/trees/git.ts', 'src/visible-text.ts', 'node'],
  'src/runner': [
    'fixtures/sockets/loopback.ts',
    'src/model',
    'src/document',
    'src/strategies',
    'src/theory',
    'src/stats',
    'src/errors.ts',
    'src/entry-url.ts',
    'src/scenario-file.ts',
    'src/compile-cache.ts',
    'node',
  ],
  'src/trees': [
    'src/errors.ts',
    'src/quoted-word.ts',
    // How a process is started, told from others and ended with all that it started.
    'src/runner/processes/ending/kill-group.ts',
    'src/runner/processes/ending/reaper-line.ts',
    'src/runner/recording/process-identity.ts',
    'src/runner/servers/live-group.ts',
    'node',
  ],
  'src/report': ['src/model', 'src/stats', 'src/theory', 'src/quoted-word.ts'],
  'src/guess': ['src/model', 'src/stats', 'src/errors.ts', 'src/runner/nearest-hint.ts'],
  'src/render': ['src/model', 'node'],
  'src/api': [
    'src/model',
    'src/history',
    'src/trees',
    'src/runner',
    'src/document',
    'src/report',
    'src/render',
    'src/strategies',
    'src/errors.ts',
    'src/exit-codes.ts',
    'src/tool.ts',
    'node',
  ],
  'src/vitest': ['src/model', 'src/stats', 'src/errors.ts'],
  'src/hunts': [
    'src/model',
    'src/runner/processes',
    'src/arm/clock.ts',
    'src/loading',
    'src/errors.ts',
    'src/entry-url.ts',
    'src/http.ts',
    'src/kernels.ts',
    'src/visible-text.ts',
    'fixtures/options.ts',
    'fixtures/sockets/loopback.ts',
    'node',
  ],
  'src/cli': ['src', 'fixtures/options.ts', 'package.json', 'node'],
  benchmarks: ['#bench', 'node'],
  fixtures: ['src/kernels.ts', 'node'],
  studies: ['src', 'fixtures', '#bench', 'package.json', 'node'],
  packaging: ['src', 'package.json', 'node'],
};

/** Who may start which entries as processes or worker threads of their own, or give files to the user's by address. */
const MAY_START: Record<string, readonly string[]> = {
  'src/runner': ['src/runner', 'src/arm', 'fixtures/server.ts'],
  'src/arm': ['src/arm'],
  'src/loading': ['src/index.ts'],
  'src/hunts': ['src/hunts'],
  'src/cli': ['fixtures/selftest.ts'],
};

/** Each package and the only places that may import it. */
const OWNERS: Record<string, readonly string[]> = {
  '@stryker-mutator/api/core': ['studies/mutants'],
  '@stryker-mutator/core': ['studies/mutants'],
  'vitest/config': ['studies/mutants', 'studies/vitest-provider'],
  vitest: ['src/vitest', 'studies/vitest-provider'],
  tinybench: ['src/arm/time-batch.ts', 'src/vitest'],
  piscina: ['src/arm/pool', 'studies'],
  'overlap-bench/package.json': ['src/tool.ts'],
  undici: ['src/connections.ts', 'studies'],
  'p-limit': ['src/strategies/bounded.ts'],
  'cli-table3': ['src/render/terminal', 'studies'],
  'string-width': ['src/render/text-width.ts'],
  commander: ['src/cli', 'studies/main.ts'],
  leven: ['src/runner/nearest-hint.ts'],
  zod: ['src/document', 'src/history', 'src/runner'],
  esbuild: ['packaging/shorten.ts'],
};

interface Import {
  readonly file: string;
  readonly from: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|(^|\/)testing(\/|\.ts$)/.test(path));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = text.matchAll(/^(?:import|export)\b[^;'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...found].map(([, from, bare, dynamic]) => ({ file, from: from ?? bare ?? dynamic ?? '' }));
}

/** Entries that a file starts: what `entryUrl` makes an address of. */
function startedBy(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/\bentryUrl\('([^']+)'/g)].map(([, from]) => ({ file, from: `${from}.ts` }));
}

const FILES = ['src', 'benchmarks', 'fixtures', 'studies', 'packaging'].flatMap(sourceFiles);
const IMPORTS = FILES.flatMap(importsOf);

const isWithin = (path: string, place: string) => path === place || path.startsWith(`${place}/`);
const placeOf = (file: string) => Object.keys(MAY_IMPORT).find((place) => isWithin(file, place));

/** Where an import leads: a path of ours, `node`, `#bench`, or a package. */
function targetOf({ file, from }: Import): string {
  if (from.startsWith('node:')) return 'node';
  if (from.startsWith('.')) return relative(ROOT, resolve(ROOT, file, '..', from));
  // By name, since compiled files lie a folder deeper.
  if (from === 'overlap-bench/package.json') return 'package.json';
  return from;
}

const isOurs = (target: string) =>
  /^(src|benchmarks|fixtures|studies|packaging)\/|^(node|#bench|package\.json)$/.test(target);

describe('the architecture', () => {
  it('has a place for every file', () => {
    expect(FILES.filter((file) => placeOf(file) === undefined)).toEqual([]);
    expect(FILES.length).toBeGreaterThan(50);
  });

  it('lets imports point in one direction only', () => {
    const wrong = IMPORTS.filter((each) => {
      const place = placeOf(each.file) ?? '';
      const target = targetOf(each);
      return isOurs(target) && ![place, ...(MAY_IMPORT[place] ?? [])].some((allowed) => isWithin(target, allowed));
    });
    expect(wrong).toEqual([]);
  });

  it('runs the code of scenarios in processes of their own', () => {
    const loaders = IMPORTS.filter((each) => targetOf(each) === 'src/load-scenario.ts').map(({ file }) => file);
    expect(loaders).toEqual(['src/arm/describe/main.ts', 'src/arm/tasks/open-work.ts']);
  });

  it('starts processes and threads from where that is somebody’s business only', () => {
    const started = FILES.flatMap(startedBy);
    expect(started.length).toBeGreaterThan(5);
    expect(started.filter((each) => !FILES.includes(targetOf(each)))).toEqual([]);
    const wrong = started.filter((each) => {
      const allowed = MAY_START[placeOf(each.file) ?? ''] ?? [];
      return !allowed.some((place) => isWithin(targetOf(each), place));
    });
    expect(wrong).toEqual([]);
  });

  it('asks for no strategy by name outside the strategies', () => {
    // Words that stand in tables for something else.
    const words: string[] = [...Object.values(SHAPE_WORDS).flat(), ...figureEntries().map(([, { header }]) => header)];
    const ids = ALL_STRATEGIES.map(({ id }) => id).filter((id) => !words.includes(id));
    const literal = new RegExp(`['"\`](${ids.map((id) => id.replace('+', '\\+')).join('|')})['"\`]`);
    // A lesson names the rows that its reader is to look at.
    const free = FILES.filter((file) => !/^src\/(strategies|lessons\/told)\//.test(file));
    const naming = free.filter((file) => {
      const code = readFileSync(join(ROOT, file), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
      return literal.test(code) || /[sS]trategyId\s*[!=]==?\s*['"`]\w|--strategy \w/.test(code);
    });
    expect(naming).toEqual([]);
  });

  it('lets the nouns know of the server what it can be asked for, and start nothing', () => {
    const files = FILES.filter((file) => file.startsWith('src/model/'));
    const values = files.filter((file) =>
      /^import (?!type )[^;]*fixtures\//m.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(values).toEqual([]);
  });

  it('lets a run start without what checks files', () => {
    const loaded = new Set([
      'src/cli/actions/measuring/run.ts',
      'src/runner/run-benchmarks.ts',
      'src/runner/recording/journal.ts',
    ]);
    for (const file of loaded) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      for (const [, from = ''] of text.matchAll(/^(?:import|export)\b(?! type)[^;'"]*?from '([^']+)'/gm)) {
        const target = targetOf({ file, from });
        if (/^(src|fixtures)\/.*\.ts$/.test(target)) loaded.add(target);
        expect(`${file} loads ${target}`).not.toMatch(/ zod$/);
      }
    }
    expect(loaded.size).toBeGreaterThan(30);
  });

  it('lets a scenario load the words it is written in, and nothing that does the work of a program', () => {
    const loaded = new Set(['src/index.ts']);
    for (const file of loaded) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      for (const [, from = '', bare] of text.matchAll(
        /^(?:import|export)\b(?! type)[^;'"]*?from '([^']+)'|^import '([^']+)'/gm,
      )) {
        const target = targetOf({ file, from: bare ?? from });
        if (target !== 'node') loaded.add(target);
        expect(`${file} loads ${target}`).toMatch(
          / (node|src\/(authoring|kernels|errors|exit-codes|api\/door|model\/[\w-]+)\.ts)$/,
        );
      }
    }
    expect([...loaded]).toContain('src/api/door.ts');
  });

  it('gives every package its owners', () => {
    const wrong = IMPORTS.filter((each) => {
      const target = targetOf(each);
      if (isOurs(target)) return false;
      return !(OWNERS[target] ?? []).some((owner) => isWithin(each.file, owner));
    });
    expect(wrong).toEqual([]);
  });

  it('keeps clocks and unseeded chance out of what must be repeatable', () => {
    const pure = FILES.filter((file) => /^src\/(model|stats|theory|report|guess|render)\//.test(file));
    const impure = pure.filter((file) =>
      /\b(Math\.random|Date\.now|performance\.|new Date\(\)|process\.|console\.)/.test(
        readFileSync(join(ROOT, file), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, ''),
      ),
    );
    expect(impure).toEqual([]);
  });

  it('touches the process and the console in the command line and in process entries only', () => {
    const talkers = FILES.filter((file) => /^src\//.test(file) && !/^src\/cli\//.test(file)).filter((file) =>
      /(?<![#.\w])(console\.|process\.(stdout|stderr|exit\b))/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(talkers.sort()).toEqual([
      'src/arm/describe/config-main.ts',
      'src/arm/describe/main.ts',
      'src/arm/main.ts',
      'src/arm/preflight/main.ts',
      'src/arm/processes/main.ts',
      'src/hunts/learner/main.ts',
    ]);
  });
});

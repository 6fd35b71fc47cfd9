// The action as a workflow runs it: its inputs become environment variables by action.yml, and its script runs in a real bash
// beside a program that writes down what it is given.

import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('gate.sh', import.meta.url));
const action = readFileSync(new URL('../action.yml', import.meta.url), 'utf8');

/** The default of each input, and the variable by which the script gets it. */
const defaults = new Map(
  [...action.matchAll(/^ {2}([a-z-]+):\n(?: {4}.*\n)*? {4}default: (.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value.replace(/^'(.*)'$/, '$1'),
  ]),
);
const variables = new Map(
  [...action.matchAll(/^ {8}(OVERLAP_GATE_\w+): \$\{\{ inputs\.([a-z-]+) \}\}$/gm)].map(([, variable, name = '']) => [
    name,
    variable ?? '',
  ]),
);

/** What a shell would make something else of, were it ever to see it as more than a value. */
const HOSTILE = `it's "a" $(touch owned) \`touch owned\` \${HOME} ; touch owned & touch owned | * ~ \\ #`;

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'action-')));
  installProgram(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes its arguments to a file, each ended by a nought, and the report that is asked for, and ends as it is told to. */
const PROGRAM = `#!/usr/bin/env bash
printf '%s\\0' "$0" "$@" >"$FAKE_ARGUMENTS"
for each in "$@"; do
  case "$each" in
    --report=json=*) [ -n "$FAKE_SILENT" ] || : >"\${each#--report=json=}" ;;
  esac
done
exit "$FAKE_EXIT"
`;

function installProgram(where: string, name = 'node_modules/.bin/overlap-bench') {
  const path = join(where, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, PROGRAM);
  chmodSync(path, 0o755);
}

interface Circumstances {
  readonly event?: string;
  readonly eventBase?: string;
  readonly exitCode?: number;
  readonly silent?: boolean;
  readonly cwd?: string;
  readonly path?: string;
}

function run(inputs: Readonly<Record<string, string>>, circumstances: Circumstances = {}) {
  const { event = 'pull_request', eventBase = '', exitCode = 0, silent = false, cwd = folder } = circumstances;
  const given = [...defaults].flatMap(([name, value]) => {
    const variable = variables.get(name);
    return variable === undefined ? [] : [[variable, inputs[name] ?? value]];
  });
  const output = join(folder, 'output');
  const heard = join(folder, 'arguments');
  for (const file of [output, heard]) rmSync(file, { force: true });
  const { status, stderr } = spawnSync('bash', [SCRIPT], {
    cwd,
    encoding: 'utf8',
    env: {
      ...Object.fromEntries(given),
      PATH: circumstances.path ?? process.env.PATH,
      ...{ OVERLAP_GATE_EVENT_BASE: eventBase, GITHUB_EVENT_NAME: event, GITHUB_WORKSPACE: folder },
      ...{ GITHUB_OUTPUT: output, RUNNER_TEMP: folder },
      ...{ FAKE_ARGUMENTS: heard, FAKE_EXIT: `${exitCode}`, FAKE_SILENT: silent ? 'yes' : '' },
    },
  });
  const [program = null, ...args] = existsSync(heard) ? readFileSync(heard, 'utf8').split('\0').slice(0, -1) : [];
  return { status, stderr, program, args, outputs: existsSync(output) ? readFileSync(output, 'utf8') : '' };
}

/** Arguments without the file that the action reads itself. */
const asked = (args: readonly string[]) => args.filter((each) => !each.startsWith('--report=json='));

describe('inputs', () => {
  it('all have a default and reach the script, but for the folder that it runs in', () => {
    const declared = [...(action.split(/^outputs:/m)[0] ?? '').matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name]) => name);
    expect(declared.length).toBeGreaterThan(10);
    expect([...defaults.keys()]).toEqual(declared);
    expect([...variables.keys(), 'working-directory'].sort()).toEqual(declared.sort());
  });

  it('are no text of a script', () => {
    const scripts = [...action.matchAll(/^ +run: (.*)$/gm)].map(([, script]) => script);
    expect(scripts).toEqual(['bash "$GITHUB_ACTION_PATH/action/gate.sh"']);
  });

  it('left alone ask for a self-test and nothing else', () => {
    expect(asked(run({ base: 'main' }).args)).toEqual(['gate', '--base=main', '--self-test', '--']);
  });

  it('become arguments', () => {
    const inputs = {
      ...{ base: 'main', head: 'topic', install: 'npm ci && npm run build', strategies: 'gather,pool', margin: '5%' },
      ...{ strict: 'true', 'self-test': 'false', reports: 'junit\nbencher=out/b.json', args: '--tasks\n40' },
      scenarios: 'bench/*.ts\nother one.ts',
    };
    expect(asked(run(inputs).args)).toEqual([
      ...['gate', '--base=main', '--head=topic', '--install=npm ci && npm run build', '--strategy=gather,pool'],
      ...['--margin=5%', '--strict', '--report=junit', '--report=bencher=out/b.json', '--tasks', '40', '--'],
      ...['bench/*.ts', 'other one.ts'],
    ]);
  });

  it.each(['base', 'head', 'install', 'strategies', 'margin', 'reports', 'args', 'scenarios'])(
    '%s arrives as it is, whatever it holds',
    (name) => {
      const { args } = run({ base: 'main', [name]: HOSTILE });
      expect(args.filter((each) => each.endsWith(HOSTILE))).toHaveLength(1);
      expect(existsSync(join(folder, 'owned'))).toBe(false);
    },
  );

  it.each(['strict', 'self-test', 'version'])('%s is refused where it is no such value, and never run', (name) => {
    rmSync(join(folder, 'node_modules'), { recursive: true });
    const fake = join(folder, 'bin');
    installProgram(fake, 'npx');
    const { status, stderr, args } = run(
      { base: 'main', version: '1.2.3', [name]: HOSTILE },
      { path: `${fake}:${process.env.PATH}` },
    );
    expect({ status, args }).toEqual({ status: 2, args: [] });
    expect(stderr).toMatch(new RegExp(`^${name}: expected .*, got '`));
    expect(existsSync(join(folder, 'owned'))).toBe(false);
  });

  it('of one value may hold lines, those of many are split by them and by nothing else', () => {
    const { args } = run({ base: 'main', install: 'npm ci\nnpm run build', scenarios: ' a.ts\r\n\n\n-b "c" .ts\n' });
    expect(args).toContain('--install=npm ci\nnpm run build');
    expect(args.slice(args.indexOf('--') + 1)).toEqual([' a.ts', '-b "c" .ts']);
  });

  it('that look like flags stay values', () => {
    const { args } = run({ base: '--strict', head: '-x' });
    expect(asked(args)).toEqual(['gate', '--base=--strict', '--head=-x', '--self-test', '--']);
  });
});

describe('exit codes', () => {
  it.each([0, 1, 2, 3, 4, 130])('%d survives, and is an output', (exitCode) => {
    const { status, outputs } = run({ base: 'main' }, { exitCode });
    expect(status).toBe(exitCode);
    expect(outputs).toMatch(new RegExp(`^exit-code=${exitCode}$`, 'm'));
  });

  it('stand beside the place of the result, where there is one', () => {
    const { args, outputs } = run({ base: 'main' }, { exitCode: 1 });
    const place = args.find((each) => each.startsWith('--report=json='))?.replace('--report=json=', '');
    expect(outputs).toBe(`exit-code=1\ncomparison=${place}\n`);
    expect(run({ base: 'main' }, { exitCode: 2, silent: true }).outputs).toBe('exit-code=2\n');
  });
});

describe('without a base', () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder, encoding: 'utf8' });
  const commit = (message: string) => git('commit', '--quiet', '--allow-empty', '--message', message);

  it('a pull request is compared with what it would be merged into', () => {
    git('init', '--quiet', '--initial-branch', 'main');
    commit('one');
    git('checkout', '--quiet', '-b', 'topic');
    commit('two');
    git('checkout', '--quiet', 'main');
    git('merge', '--quiet', '--no-ff', 'topic');
    expect(asked(run({}).args)[1]).toBe('--base=HEAD^1');
  });

  it('the branch of a pull request alone is no merge: its last commit but one would be the wrong base', () => {
    git('init', '--quiet', '--initial-branch', 'main');
    commit('one');
    commit('two\n\nparent of all that follows\nparent of more');
    const { status, stderr, args, outputs } = run({});
    expect({ status, args, outputs }).toEqual({ status: 2, args: [], outputs: 'exit-code=2\n' });
    expect(stderr).toContain('`fetch-depth: 2` and no `ref`');
    expect(asked(run({ base: 'HEAD^1' }).args)[1]).toBe('--base=HEAD^1');
  });

  it('what git does not look at is left to the gate, which says why', () => {
    expect(asked(run({}).args)[1]).toBe('--base=HEAD^1');
  });

  it.each(['push', 'merge_group'])('%s is compared with what it says', (event) => {
    expect(asked(run({}, { event, eventBase: '1a2b3c0000' }).args)[1]).toBe('--base=1a2b3c0000');
  });

  it.each([
    ['push', '0'.repeat(40)],
    ['workflow_dispatch', ''],
    ['pull_request_target', '1a2b3c'],
  ])('%s of %j is refused', (event, eventBase) => {
    const { status, stderr, args } = run({}, { event, eventBase });
    expect({ status, args }).toEqual({ status: 2, args: [] });
    expect(stderr).toContain(event);
  });
});

describe('the program', () => {
  it('is that of the folder, or of a folder above as far as the checkout', () => {
    const inner = join(folder, 'packages', 'a b');
    mkdirSync(inner, { recursive: true });
    expect(run({ base: 'main' }, { cwd: inner }).program).toBe(join(folder, 'node_modules/.bin/overlap-bench'));
    installProgram(inner);
    expect(run({ base: 'main' }, { cwd: inner }).program).toBe(join(inner, 'node_modules/.bin/overlap-bench'));
  });

  it('is fetched in the version that is named, where there is none', () => {
    rmSync(join(folder, 'node_modules'), { recursive: true });
    const fake = join(folder, 'bin');
    installProgram(fake, 'npx');
    const { args } = run({ base: 'main', version: '1.2.3-rc.1' }, { path: `${fake}:${process.env.PATH}` });
    expect(args.slice(0, 4)).toEqual(['--yes', 'overlap-bench@1.2.3-rc.1', 'gate', '--base=main']);
  });

  it.each(['npm:other', '../other', 'https://x.test', '1 || 2'])(
    'is not fetched as %s, which is no version',
    (version) => {
      rmSync(join(folder, 'node_modules'), { recursive: true });
      const fake = join(folder, 'bin');
      installProgram(fake, 'npx');
      const { status, args } = run({ base: 'main', version }, { path: `${fake}:${process.env.PATH}` });
      expect({ status, args }).toEqual({ status: 2, args: [] });
    },
  );

  it('is missed where none is named', () => {
    rmSync(join(folder, 'node_modules'), { recursive: true });
    const { status, stderr } = run({ base: 'main' });
    expect(status).toBe(2);
    expect(stderr).toContain('overlap-bench: not installed in');
  });
});

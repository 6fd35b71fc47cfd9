// docs/your-server.md cannot rot: its files are written down as they stand there, and its commands are run beside them, in
// order, by a shell. Only the port differs, since somebody may use that one; measuring gets the least number of rounds.

import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blocksOf } from '../docs/tools/blocks.ts';

const page = readFileSync(new URL('../docs/your-server.md', import.meta.url), 'utf8');
const blocks = (language: string) =>
  blocksOf(page)
    .filter((block) => block.language === language)
    .map(({ text }) => text);
/** Files of the page, in the order in which it shows them. */
const FILES = ['server.js', 'pages.mjs', 'with-service.mjs'];
const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

let folder = '';
let port = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'your-server-'));
  for (const [index, text] of blocks('js').entries()) writeFileSync(join(folder, FILES[index] ?? 'unknown'), text);
  // What `npx overlap-bench` is to a reader who has installed the package.
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const quick =
    'case "$2" in run) shift 2; set -- overlap run "$@" --rounds 1 --epochs 1 --strategy sequential,gather;; esac';
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\n${quick}\nshift\nexec '${process.execPath}' '${MAIN}' "$@"\n`);
  writeFileSync(join(bin, 'node'), `#!/bin/sh\nexec '${process.execPath}' "$@"\n`);
  for (const name of ['npx', 'node']) chmodSync(join(bin, name), 0o755);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  port = (server.address() as { port: number }).port;
  await new Promise((resolve) => server.close(resolve));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(script: string): Promise<Ended> {
  // A reader's server has time to start while the next line is typed.
  const wait = `until (exec 3<>/dev/tcp/127.0.0.1/${port}) 2>/dev/null; do sleep 0.05; done`;
  const words = script.replaceAll('3000', String(port)).replace(/ &$/m, ` & ${wait}`);
  const env = { ...process.env, NO_COLOR: '1', PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}` };
  return new Promise((resolve) => {
    execFile('bash', ['-c', words], { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

it('shows the files that it names', () => {
  expect(blocks('js')).toHaveLength(FILES.length);
  for (const name of FILES) expect(page).toContain(`\`${name}\``);
});

const scripts = blocks('sh');
it.each(scripts.slice(0, -1))(
  '%s',
  async (script) => {
    const { stderr, stdout } = await run(script);
    expect(stderr).toContain('Saved');
    expect(stderr).not.toContain('error');
    expect(stdout).toMatch(/Asks: |verdict/);
    if (script.includes('--param')) expect(stdout).toContain('path=/offers)');
    if (script.includes('compare')) expect(stdout).toMatch(/within margin|inconclusive|regressed|improved/);
  },
  60_000,
);

it('refuses another machine in the words of the page, and sends it nothing', async () => {
  const { code, stderr } = await run(scripts.at(-1) ?? '');
  expect(code).toBe(2);
  expect(stderr).toBe(blocks('text')[0]);
});

// Once for all end-to-end tests: packs the package, and fetches every Node it promises to run on from npm.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { groundError, NODE_LINES, type NodeLine } from './ground.ts';
import { installerEnv, runProgram } from './program.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export default async function prepare(project: TestProject): Promise<() => void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'overlap-e2e-')));
  try {
    mkdirSync(join(folder, 'home'));
    const tarball = await pack(folder);
    const installs = NODE_LINES.map(async (line) => [line, await installNode(folder, line)] as const);
    // Nobody may still write into the folder when one has failed and it is removed.
    await Promise.allSettled(installs);
    const nodeFolders = Object.fromEntries(await Promise.all(installs)) as Record<NodeLine, string>;
    project.provide('ground', { folder, tarball, nodeFolders });
  } catch (thrown) {
    rmSync(folder, { recursive: true });
    throw thrown;
  }
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function pack(folder: string): Promise<string> {
  const ended = await runProgram('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: ROOT,
    env: installerEnv(),
  });
  if (ended.code !== 0) throw groundError('npm pack', ended);
  const [, filename = ''] = /"filename":\s*"([^"]+)"/.exec(ended.stdout) ?? [];
  return join(folder, filename);
}

async function installNode(folder: string, line: NodeLine): Promise<string> {
  const home = join(folder, `node-${line}`);
  mkdirSync(home);
  // The package fetches its binary in an install script, which npm 11 runs for those who are named here only.
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, allowScripts: { node: true } }));
  const args = ['install', '--no-audit', '--no-fund', '--no-package-lock', `node@${line}`];
  const ended = await runProgram('npm', args, { cwd: home, env: installerEnv() });
  if (ended.code !== 0) throw groundError(`npm install node@${line}`, ended);
  return join(home, 'node_modules', 'node', 'bin');
}

// Two versions of a project without git, for what is done about their packages: `base` as a checkout leaves it, `head` as
// somebody works in it. The package managers are scripts that write down how they were called.

import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { vi } from 'vitest';
import { provideModules } from '../modules/provide-modules.ts';
import type { Tree } from '../tree.ts';
import { type Files, Ground } from './ground.ts';

const RECORD = 'installed by';

export class TwoFolders {
  readonly ground = new Ground();
  readonly base: Files = this.ground.files('base');
  readonly head: Files = this.ground.files('head');

  constructor() {
    const programs = this.ground.files('programs');
    for (const name of ['npm', 'pnpm', 'yarn', 'bun']) {
      const lines = [
        '#!/bin/sh',
        'mkdir -p node_modules/other',
        `echo "${name} $@ in $(basename "$PWD")" > '${RECORD}'`,
      ];
      programs.write(name, lines.join('\n'));
      chmodSync(programs.at(name), 0o755);
    }
    vi.stubEnv('PATH', `${programs.folder}:${process.env.PATH}`);
  }

  /** Writes a file to both. */
  both(path: string, content: string | object): this {
    this.base.write(path, content);
    this.head.write(path, content);
    return this;
  }

  /** The folder, or one of its folders, as a tree. */
  tree(files: Files, folder = ''): Tree {
    return { folder: files.at(folder), root: files.folder, label: basename(files.folder), commit: null };
  }

  /** Provides base with packages, seen from a folder. */
  async provide(folder = '', install?: string, signal = new AbortController().signal): Promise<Tree> {
    const tree = this.tree(this.base, folder);
    await provideModules({
      ...{ side: 'base', tree, install, signal },
      files: packageFilesIn(this.base.folder),
      donors: [{ tree: this.tree(this.head, folder), name: 'the working tree' }],
      onNote: (line) => this.ground.notes.push(line),
    });
    return tree;
  }

  /** How base came to its packages: `shared`, the command, or `nothing`. */
  async how(folder = '', recordIn = ''): Promise<string> {
    await this.provide(folder);
    return howOf(this.base.at(recordIn));
  }

  get lastNote(): string | undefined {
    return this.ground.notes.at(-1);
  }
}

/** How the packages of a folder came there. */
export function howOf(folder: string): string {
  const record = join(folder, RECORD);
  if (existsSync(record)) return readFileSync(record, 'utf8').trim();
  return existsSync(join(folder, 'node_modules')) ? 'shared' : 'nothing';
}

/** What code in a folder of a tree gets for a package. */
export function required(tree: Tree, name: string, folder = '.'): unknown {
  return createRequire(join(tree.folder, folder, 'x.js'))(name);
}

/** A module that says who it is. */
export function exporting(value: string): string {
  return `module.exports = '${value}';\n`;
}

function packageFilesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter(
    (path) => basename(path) === 'package.json' && !dirname(path).split('/').includes('node_modules'),
  );
}

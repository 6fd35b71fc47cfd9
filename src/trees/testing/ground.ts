// A ground of its own for a test: a folder with a real repository, and a folder for temporary files that nobody else uses, so
// that whatever is left behind shows. Its name holds what names of folders may hold.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, onTestFinished, vi } from 'vitest';
import { openTrees } from '../open-trees.ts';
import type { TreesAsked, TwoTrees } from '../tree.ts';

const SYSTEM_TEMPORARY = tmpdir();

/** Git as it is on no machine in particular. */
const GIT_ENV = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
};

interface TwoVersions {
  readonly ground: Ground;
  readonly repo: Files;
  readonly first: string;
  readonly second: string;
}

/** Made once and copied: each command of git is a process. */
let template: { folder: string; first: string; second: string } | undefined;
afterAll(() => {
  if (template !== undefined) rmSync(template.folder, { recursive: true });
  template = undefined;
});

function makeTemplate() {
  const repo = new Files(mkdtempSync(join(SYSTEM_TEMPORARY, 'trees-template-')));
  repo.git('init', '--quiet', '--template=', '-b', 'main');
  const first = repo.write('work.js', 'first').write('.gitignore', 'ignored\nnode_modules\n').commit();
  const second = repo.write('work.js', 'second').commit();
  return { folder: repo.folder, first, second };
}

export class Ground {
  readonly folder: string;
  /** Where everything temporary of this test lies. */
  readonly temporary: string;
  readonly notes: string[] = [];

  constructor() {
    this.folder = realpathSync(mkdtempSync(join(SYSTEM_TEMPORARY, `trees 'of' "$HOME" ü;`)));
    this.temporary = join(this.folder, 'temporary files');
    mkdirSync(this.temporary);
    for (const [name, value] of Object.entries({ ...GIT_ENV, TMPDIR: this.temporary })) vi.stubEnv(name, value);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  /** A repository without commits. */
  repository(name = 'the repo'): Files {
    const files = this.files(name);
    files.git('init', '--quiet', '--template=', '-b', 'main');
    return files;
  }

  /** A repository with two commits, in which `work.js` says which one. */
  twoVersions(name = 'the repo'): TwoVersions {
    template ??= makeTemplate();
    const { folder, first, second } = template;
    cpSync(folder, join(this.folder, name), { recursive: true });
    return { ground: this, repo: new Files(join(this.folder, name)), first, second };
  }

  /** A folder. */
  files(name: string): Files {
    mkdirSync(join(this.folder, name), { recursive: true });
    return new Files(join(this.folder, name));
  }

  /** Opens trees in a folder, to be closed with the test. */
  async open(folder: string, asked: Partial<TreesAsked> = {}): Promise<TwoTrees> {
    const trees = await openTrees({
      base: 'HEAD',
      folder,
      signal: new AbortController().signal,
      onNote: (line) => this.notes.push(line),
      ...asked,
    });
    onTestFinished(() => trees.close());
    return trees;
  }

  /** `CODE: message`, and the hint in a line of its own. */
  complaint(folder: string, asked: Partial<TreesAsked> = {}): Promise<string> {
    return this.open(folder, asked).then(
      () => 'opened',
      ({ code, message, hint }) => `${code}: ${message}\n${hint}`,
    );
  }

  /** What lies in the folder for temporary files. */
  get leftBehind(): string[] {
    return readdirSync(this.temporary).filter((name) => name.startsWith('overlap-gate-'));
  }
}

export class Files {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  at(...path: string[]): string {
    return join(this.folder, ...path);
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  /** Writes a file; what is no text becomes JSON. */
  write(path: string, content: string | object): this {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    writeFileSync(this.at(path), typeof content === 'string' ? content : JSON.stringify(content));
    return this;
  }

  /** Makes a link, to where it is told, seen from where it lies. */
  link(path: string, target: string): this {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    symlinkSync(target, this.at(path));
    return this;
  }

  /** Commits all there is; returns the hash. */
  commit(message = 'a change'): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }
}

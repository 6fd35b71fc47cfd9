// The script of docs/gate.md that comments on pull requests holds a token that may write, and what it is given comes from
// strangers: here it runs in a real bash, beside a `gh` that answers from a table and writes down what it is asked.

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blocksOf } from '../docs/tools/blocks.ts';
import { textOf } from '../docs/tools/pages.ts';

const workflow = blocksOf(textOf('gate.md')).find(({ file }) => file === '.github/workflows/overlap-comment.yml');
const script = (workflow?.text.split(/^ {8}run: \|\n/m)[1] ?? '').replaceAll(/^ {10}/gm, '');
const MARKER = '<!-- overlap-bench comparison -->';
const BRANCH = 'somebody:$(touch owned) "topic"';

/** It is there wherever GitHub runs a job, and not on every machine. */
const hasJq = spawnSync('jq', ['--version']).status === 0;

const GH = `#!/usr/bin/env bash
printf '%s\\n' "$*" >>asked
case "$*" in
  *PATCH*|*POST*) ;;
  *issues*) cat comments.json ;;
  *) cat pulls.json ;;
esac
`;

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'comment-')));
  mkdirSync(join(folder, 'bin'));
  mkdirSync(join(folder, 'overlap-comment'));
  writeFileSync(join(folder, 'bin/gh'), GH, { mode: 0o755 });
  writeFileSync(join(folder, 'overlap-comment/overlap-comment.md'), `${MARKER}\nAll is well.`);
});
afterEach(() => rmSync(folder, { recursive: true }));

function post(pulls: readonly object[], comments: readonly object[] = []) {
  writeFileSync(join(folder, 'pulls.json'), JSON.stringify(pulls));
  writeFileSync(join(folder, 'comments.json'), JSON.stringify(comments));
  // As GitHub runs a step that names no shell.
  const { status } = spawnSync('bash', ['-e', '-c', script], {
    cwd: folder,
    env: {
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      ...{ GITHUB_REPOSITORY: 'us/ours', HEAD_BRANCH: BRANCH, HEAD_SHA: 'aaaa' },
    },
  });
  const asked = existsSync(join(folder, 'asked')) ? readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n') : [];
  return { status, asked, written: asked.filter((line) => /PATCH|POST/.test(line)) };
}

const pull = (number: number, sha: string) => ({ number, head: { sha } });
const comment = (id: number, login: string, body: string) => ({ id, body, user: { login } });
const FILE = '-F body=@overlap-comment/overlap-comment.md --silent';

describe.skipIf(!hasJq)('the comment', () => {
  it('goes to the pull request that has the measured commit', () => {
    const { status, asked, written } = post([pull(7, 'bbbb'), pull(8, 'aaaa')]);
    expect(status).toBe(0);
    expect(asked[0]).toBe(`api --method GET repos/us/ours/pulls -f state=open -f head=${BRANCH}`);
    expect(written).toEqual([`api --method POST repos/us/ours/issues/8/comments ${FILE}`]);
    expect(existsSync(join(folder, 'owned'))).toBe(false);
  });

  it('takes the place of the last one of its own', () => {
    const comments = [
      comment(1, 'github-actions[bot]', `${MARKER}\nold`),
      comment(2, 'github-actions[bot]', 'of another workflow'),
      comment(3, 'somebody', `${MARKER}\nnot ours`),
    ];
    expect(post([pull(8, 'aaaa')], comments).written).toEqual([
      `api --method PATCH repos/us/ours/issues/comments/1 ${FILE}`,
    ]);
  });

  it('is not posted where no open pull request has that commit', () => {
    expect(post([pull(7, 'bbbb')])).toMatchObject({ status: 0, written: [] });
  });

  it('is no other file of the machine, and not always there', () => {
    const file = join(folder, 'overlap-comment/overlap-comment.md');
    rmSync(file);
    expect(post([pull(8, 'aaaa')])).toEqual({ status: 0, asked: [], written: [] });
    symlinkSync('/etc/hostname', file);
    expect(post([pull(8, 'aaaa')])).toEqual({ status: 0, asked: [], written: [] });
  });
});

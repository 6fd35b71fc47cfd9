// Whether packages are shared, installed by the lock file, or by the user's command.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { howOf, TwoFolders } from '../testing/two-folders.ts';

/** The same lock file on both sides, and what it says installed in head. */
function project(lockName = 'package-lock.json'): TwoFolders {
  const folders = new TwoFolders().both(lockName, 'lock');
  folders.both('package.json', { name: 'ours', dependencies: { other: '1' } });
  folders.head.write('node_modules/other/index.js', '');
  return folders;
}

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    ({ code, message, hint }) => `${code}: ${message}\n${hint}`,
  );

describe('a lock file', () => {
  it.each([
    ['package-lock.json', 'npm ci'],
    ['npm-shrinkwrap.json', 'npm ci'],
    ['pnpm-lock.yaml', 'pnpm install --frozen-lockfile'],
    ['yarn.lock', 'yarn install --immutable'],
    ['bun.lock', 'bun install --frozen-lockfile'],
    ['bun.lockb', 'bun install --frozen-lockfile'],
  ])('that is the same shares what is installed; else what it says is installed: %s', async (lockName, command) => {
    expect(await project(lockName).how()).toBe('shared');
    const other = project(lockName);
    other.head.write(lockName, 'another');
    expect(await other.how()).toBe(`${command} in base`);
    expect(other.lastNote).toBe(`base: ${command} (${lockName} differs)`);
  });

  it('of yarn 1 is installed as yarn 1 does', async () => {
    const folders = project('yarn.lock');
    folders.base.write('yarn.lock', '# yarn lockfile v1\n');
    expect(await folders.how()).toBe('yarn install --frozen-lockfile in base');
  });

  it('is the one of the named package manager where there are two', async () => {
    const asked = { packageManager: 'pnpm@11.0.0+sha512.abc' };
    const same = project().both('pnpm-lock.yaml', 'lock').both('package.json', asked);
    same.head.write('package-lock.json', 'of no interest');
    expect(await same.how()).toBe('shared');
    const other = project().both('pnpm-lock.yaml', 'lock').both('package.json', asked);
    other.head.write('pnpm-lock.yaml', 'another');
    expect(await other.how()).toBe('pnpm install --frozen-lockfile in base');
  });

  it('is looked for upwards, and installed where it lies', async () => {
    const above = project().both('packages/api/package.json', {});
    above.head.write('package-lock.json', 'another');
    expect(await above.how('packages/api')).toBe('npm ci in base');
    const nearer = project().both('packages/api/package-lock.json', 'nearer');
    nearer.head.write('packages/api/package-lock.json', 'another');
    expect(await nearer.how('packages/api', 'packages/api')).toBe('npm ci in api');
  });

  it('on one side alone is no common one', async () => {
    const folders = project();
    folders.base.write('packages/api/package-lock.json', 'lock');
    folders.head.write('packages/api/index.js', '');
    expect(await folders.how('packages/api', 'packages/api')).toBe('npm ci in api');
    expect(folders.lastNote).toBe('base: npm ci (package-lock.json lies in another folder)');
  });

  it('is not all that counts: dependencies', async () => {
    const folders = project();
    folders.head.write('package.json', { dependencies: { other: '2' } });
    expect(await folders.how()).toBe('npm ci in base');
    expect(folders.lastNote).toBe('base: npm ci (other dependencies)');
    const harmless = project();
    harmless.head.write('package.json', { scripts: { test: 'true' }, dependencies: { other: '1' } });
    harmless.both('test/input/package.json', { dependencies: { other: '1' } });
    harmless.head.write('test/input/package.json', { dependencies: { other: '2' } });
    expect(await harmless.how()).toBe('shared');
  });

  it('of another manager is another one', async () => {
    const folders = project();
    folders.head.write('pnpm-lock.yaml', 'lock').write('package.json', { packageManager: 'pnpm@11.0.0' });
    expect(await folders.how()).toBe('npm ci in base');
    expect(folders.lastNote).toBe('base: npm ci (package-lock.json and pnpm-lock.yaml)');
  });

  it('is not all that counts: patches', async () => {
    expect(await project().both('patches/other.patch', 'patch').how()).toBe('shared');
    const changed = project().both('patches/other.patch', 'patch');
    changed.head.write('patches/other.patch', 'another');
    expect(await changed.how()).toBe('npm ci in base');
    expect(changed.lastNote).toBe('base: npm ci (patches differs)');
    const added = project().both('patches/other.patch', 'patch');
    added.head.write('patches/more.patch', 'patch');
    expect(await added.how()).toBe('npm ci in base');
  });

  it('with nothing installed by it in the working tree leaves it so, and says so', async () => {
    const folders = new TwoFolders()
      .both('package-lock.json', 'lock')
      .both('package.json', { dependencies: { a: '1' } });
    expect(await folders.how()).toBe('nothing');
    expect(folders.lastNote).toBe('base: no node_modules, as in the working tree; --install says how to install them');
  });

  it("with Plug'n'Play is installed unless the places are committed", async () => {
    const folders = new TwoFolders().both('yarn.lock', 'lock');
    folders.head.write('.pnp.cjs', '');
    expect(await folders.how()).toBe('yarn install --immutable in base');
    const committed = new TwoFolders().both('yarn.lock', 'lock').both('.pnp.cjs', '');
    expect(await committed.how()).toBe('nothing');
  });
});

describe('packages that would run the code of head', () => {
  it('by importing a package of the workspace are installed afresh', async () => {
    const plugin = (peerDependencies: object) => {
      const folders = project().both('packages/core/package.json', { name: 'core' });
      folders.head.link('node_modules/core', '../packages/core').write('node_modules/plugin/package.json', {});
      folders.head.write('node_modules/plugin/node_modules/deep/package.json', { peerDependencies });
      return folders;
    };
    expect(await plugin({ other: '*' }).how()).toBe('shared');
    const importing = plugin({ core: '*' });
    expect(await importing.how()).toBe('npm ci in base');
    expect(importing.lastNote).toBe('base: npm ci (deep imports core)');
  });

  it('by a link inside a package of others are installed afresh', async () => {
    const folders = project().both('packages/core/package.json', {});
    folders.head.link('node_modules/other/node_modules/core', '../../../packages/core');
    expect(await folders.how()).toBe('npm ci in base');
    expect(folders.lastNote).toBe('base: npm ci (other imports core)');
  });

  it('in a store are installed afresh', async () => {
    const store = () => {
      const folders = project('pnpm-lock.yaml').both('packages/core/package.json', { name: 'core' });
      folders.head.link('node_modules/.pnpm/node_modules/core', '../../../packages/core');
      folders.head.write('node_modules/.pnpm/plugin@1/node_modules/plugin/package.json', {});
      return folders;
    };
    expect(await store().how()).toBe('shared');
    for (const id of ['plugin@1', '@scope+plugin@1']) {
      const importing = store();
      importing.head.link(`node_modules/.pnpm/${id}/node_modules/core`, '../../../../packages/core');
      expect(await importing.how()).toBe('pnpm install --frozen-lockfile in base');
      expect(importing.lastNote).toBe(`base: pnpm install --frozen-lockfile (${id} imports core)`);
    }
  });

  it('being a copy of it are installed afresh', async () => {
    const installed = (version: string) => {
      const folders = project().both('packages/core/package.json', { name: 'core', version: '1.0.0' });
      folders.head.write('node_modules/core/package.json', { name: 'core', version });
      return folders;
    };
    expect(await installed('0.9.0').how()).toBe('shared');
    const copied = installed('1.0.0');
    expect(await copied.how()).toBe('npm ci in base');
    expect(copied.lastNote).toBe('base: npm ci (core is installed as a copy)');
  });

  it('are looked at once, however they lead round', async () => {
    const folders = project();
    folders.head.link('node_modules/other/node_modules/other', '..').link('node_modules/lost', './nowhere');
    expect(await folders.how()).toBe('shared');
  });
});

describe('a file that is built', () => {
  const built = () => {
    const exports = { '.': { types: './dist/index.d.ts', default: './dist/index.js' }, './*': './dist/*.js' };
    const folders = project().both('packages/core/package.json', { name: 'core', main: 'dist/index.js', exports });
    folders.head.write('packages/core/dist/index.js', '').write('packages/core/dist/index.d.ts', '');
    return folders;
  };

  it('is not in the tree, which is told', async () => {
    const folders = built();
    await folders.provide();
    expect(folders.lastNote).toBe(
      "base: no packages/core/dist/index.js and 1 more: not committed. Build it with --install, such as --install 'npm ci && npm run build'",
    );
  });

  it('is no matter where it is committed, built nowhere, or built by --install', async () => {
    const committed = built();
    committed.base.write('packages/core/dist/index.js', '').write('packages/core/dist/index.d.ts', '');
    await committed.provide();
    expect(committed.lastNote).toMatch(/^base: node_modules of/);
    const nowhere = project().both('packages/core/package.json', { main: 'dist/index.js' });
    await nowhere.provide();
    expect(nowhere.lastNote).toMatch(/^base: node_modules of/);
    const own = built();
    await own.provide('', 'true');
    expect(own.ground.notes).toEqual(['base: true']);
  });
});

describe('without a lock file', () => {
  it('packages are shared where the same ones are asked for', async () => {
    const folders = project('of no manager');
    expect(await folders.how()).toBe('shared');
    expect(folders.lastNote).toBe('base: node_modules of the working tree (same dependencies, no lock file)');
  });

  it('others are refused, not guessed', async () => {
    const folders = project('of no manager');
    folders.head.write('package.json', {});
    expect(await refusalOf(folders.how())).toBe(
      'INSTALL_FAILED: base, base: its packages are not those of the working tree (other dependencies), and it has no ' +
        "lock file to install them by\nSay how to install them, such as --install 'npm install'",
    );
  });

  it('there may be nothing to do', async () => {
    const folders = new TwoFolders();
    expect(await folders.how()).toBe('nothing');
    folders.head.write('package.json', { dependencies: { other: '1' } }).write('node_modules/other/index.js', '');
    expect(await folders.how()).toBe('nothing');
    expect(folders.ground.notes).toEqual([]);
  });
});

describe('--install', () => {
  it('is a line for the shell, run where the lock file lies; what it prints is told as it comes', async () => {
    const folders = project().both('packages/api/package.json', {});
    const command = `printf '\\033[31mred\\033[0m\\n\\nlast' && echo "$HUSKY $CI" > 'how it ran' >&1; pwd > where`;
    await folders.provide('packages/api', command);
    expect(folders.ground.notes).toEqual([`base: ${command}`, 'base: red', 'base: last']);
    expect(readFileSync(folders.base.at('where'), 'utf8')).toBe(`${folders.base.folder}\n`);
    expect(readFileSync(folders.base.at('how it ran'), 'utf8')).toMatch(/^0 \w+\n$/);
    expect(existsSync(folders.base.at('node_modules'))).toBe(false);
  });

  it('is run in the folder where there is no lock file', async () => {
    const folders = project('of no manager').both('packages/api/package.json', {});
    await folders.provide('packages/api', 'npm install');
    expect(howOf(folders.base.at('packages/api'))).toBe('npm install in api');
  });

  it('that fails says whose it was, how it ended, and what it said last', async () => {
    const command = 'for n in 1 2 3 4 5 6 7 8 9 10 11 12; do echo line $n; done; echo out of cheese >&2; exit 3';
    const refusal = await refusalOf(project().provide('', command));
    expect(refusal).toContain(`INSTALL_FAILED: base, base: \`${command}\` ended with exit code 3; it printed last:\n`);
    expect(refusal.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(10);
    expect(refusal).toMatch(/\n {2}out of cheese\n/);
    expect(refusal).toMatch(/\nTry it by itself: /);
    expect(await refusalOf(project().provide('', 'exit 4'))).toContain('ended with exit code 4; it printed nothing\n');
    expect(await refusalOf(project().provide('', 'kill -9 $$'))).toContain('ended with SIGKILL');
  });

  it('of a program that is not there says so', async () => {
    expect(await refusalOf(project().provide('', 'no-such-manager install'))).toMatch(
      /exit code 127.*\n.*\nInstall no-such-manager, see that it is in PATH, or say with --install how else to install\.$/,
    );
  });
});

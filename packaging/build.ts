// Entry of `npm run build`: makes `dist`, the part of the package that is made. It is made anew each time, so that nothing of
// an earlier build can be packed.

import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageFile from '../package.json' with { type: 'json' };
import { SCHEMAS } from './addresses.ts';
import { keepReachableDeclarations } from './declarations.ts';
import { nameWordsByPath } from './scenario-words.ts';
import { shortenCode } from './shorten.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

function compile(...flags: string[]): void {
  execFileSync(process.execPath, [TSC, '-p', 'tsconfig.build.json', ...flags], { cwd: ROOT, stdio: 'inherit' });
}

rmSync(DIST, { recursive: true, force: true });
// Comments are for readers: of types in an editor, of code in the repository. Without them the program starts faster, too.
compile('--removeComments');
compile('--declaration', '--emitDeclarationOnly');
// It copies the package.json that the source asks for by name; beside the real one nobody may find a second.
rmSync(join(DIST, 'package.json'));
// For programs, so without white space either.
for (const name of SCHEMAS) {
  const schema = readFileSync(join(ROOT, 'results', name), 'utf8');
  writeFileSync(join(DIST, name), JSON.stringify(JSON.parse(schema)));
}
// Programs that are handed out are read by people, as they are.
cpSync(join(ROOT, 'hunts'), join(DIST, 'hunts'), { recursive: true });
nameWordsByPath(DIST);
shortenCode(DIST);
keepReachableDeclarations(ROOT, packageFile.exports);
execFileSync(process.execPath, [join(ROOT, 'packaging/write-summaries.ts')], { stdio: 'inherit' });

// What this thread does differently when it resolves the imports of a user's files. `overlap-bench` is the harness that is
// running, wherever the file lies and whatever copy lies beside it. And a file that is written as an ES module is one,
// though the package around it says "commonjs", as npm writes it into every new one.
//
// There is no load hook: while there is any, Node 22 and 24 give each CommonJS file that is imported a `require` with
// neither a cache nor hooks, and packages that rely on either break.

import { readFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { entryUrl } from '../entry-url.ts';
import { type ModuleSyntax, moduleSyntaxOf } from './module-syntax.ts';

/** What a file may ask this package for, and the file of the running harness that it gets. */
const OWN_MODULES: ReadonlyMap<string, string> = new Map([['overlap-bench', entryUrl('../index', import.meta.url)]]);

/** The format of a file for each that says CommonJS, should it be written as a module. */
const AS_MODULE: ReadonlyMap<unknown, string> = new Map([
  ['commonjs', 'module'],
  ['commonjs-typescript', 'module-typescript'],
]);

let areInstalled = false;

/** Installs the hooks in this thread, once. Loaders that the user named are asked first for all that is not ours. */
export function installHooks(): void {
  if (areInstalled) return;
  areInstalled = true;
  nodeModule.registerHooks({
    resolve(specifier, context, nextResolve) {
      const ownUrl = OWN_MODULES.get(specifier);
      if (ownUrl !== undefined) return { url: ownUrl, shortCircuit: true };
      const resolved = nextResolve(specifier, context);
      const format = isUsersFile(resolved.url) ? AS_MODULE.get(resolved.format) : undefined;
      return format !== undefined && syntaxOf(resolved.url) === 'module' ? { ...resolved, format } : resolved;
    },
  });
}

/** What a file of the user's is written as, whatever its name and its package say. */
export function syntaxOf(url: string): ModuleSyntax {
  const syntax = syntaxes.get(url) ?? readSyntax(url);
  syntaxes.set(url, syntax);
  return syntax;
}

const syntaxes = new Map<string, ModuleSyntax>();

function readSyntax(url: string): ModuleSyntax {
  try {
    return moduleSyntaxOf(readFileSync(fileURLToPath(url), 'utf8'), /ts$/.test(pathOf(url)));
  } catch {
    // Whoever loads it will say why it cannot be read.
    return 'unknown';
  }
}

function isUsersFile(url: string): boolean {
  return url.startsWith('file:') && !url.includes('/node_modules/') && /\.[cm]?[jt]s$/.test(pathOf(url));
}

/** Loaders append queries of their own. */
function pathOf(url: string): string {
  return url.replace(/[?#].*$/, '');
}

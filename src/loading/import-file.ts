// Imports one scenario file, whatever it is written in: the value it exports, in a process or thread that may run its code.

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Our own scenarios need no help, and their arms start without loading any. */
const SHIPPED_URL = new URL('../../benchmarks/', import.meta.url).href;

/** Resolves to the default export, or to `module.exports`; a promise of it is waited for. Rejects with whatever the file throws. */
export async function importFile(url: string): Promise<unknown> {
  if (url.startsWith(SHIPPED_URL)) return importDefault(url);
  const { installHooks, syntaxOf } = await import('./hooks.ts');
  installHooks();
  const isNamedModule = /\.m[jt]s$/.test(url);
  const syntax = isNamedModule ? 'module' : syntaxOf(url);
  const isCommonJs = syntax === 'commonjs' || (syntax === 'unknown' && /\.c[jt]s$/.test(url));
  // Imported, TypeScript that is CommonJS gets a `require` that knows no hooks before Node 26.
  const exported: unknown = isCommonJs ? createRequire(url)(fileURLToPath(url)) : await importDefault(url);
  return isTranspiled(exported) ? exported.default : exported;
}

async function importDefault(url: string): Promise<unknown> {
  return ((await import(url)) as { default?: unknown }).default;
}

/** An ES module that a compiler has turned into CommonJS says so. */
function isTranspiled(exported: unknown): exported is { default: unknown } {
  return typeof exported === 'object' && exported !== null && '__esModule' in exported && 'default' in exported;
}

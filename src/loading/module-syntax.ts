// Is it written as an ES module or as CommonJS? Asked as Node asks it: compile the text as CommonJS, and only the errors
// that ES syntax alone causes mean "module". Nothing here is run.

import nodeModule from 'node:module';
import { compileFunction } from 'node:vm';

/** `unknown` where neither can be told: broken code, or TypeScript that takes more than leaving out its types. */
export type ModuleSyntax = 'module' | 'commonjs' | 'unknown';

const COMMONJS_NAMES = ['exports', 'require', 'module', '__filename', '__dirname'];

/** What only the syntax of ES modules does to a CommonJS compiler. */
const MODULE_ONLY = /Cannot use import statement outside a module|Unexpected token 'export'|Cannot use 'import\.meta'/;
/** What a top-level `await`, or a name that CommonJS has taken, does to it; and so does code that is simply wrong. */
const PERHAPS_MODULE =
  /await is only valid|Unexpected reserved word|missing \) after argument list|Identifier '(?:exports|require|module|__filename|__dirname)' has already been declared/;

/** The syntax of a source text; with `isTypeScript` its types are left out first. */
export function moduleSyntaxOf(source: string, isTypeScript: boolean): ModuleSyntax {
  let code: string;
  try {
    code = withoutHashbang(isTypeScript ? withoutTypes(source) : source);
  } catch {
    return 'unknown';
  }
  const complaint = complaintAbout(code, COMMONJS_NAMES);
  if (complaint === null) return 'commonjs';
  if (MODULE_ONLY.test(complaint)) return 'module';
  if (!PERHAPS_MODULE.test(complaint)) return 'unknown';
  // Inside an async function `await` is fine and the names are free: what is wrong now is wrong in a module, too.
  const second = complaintAbout(`(async function () {${code}\n})`, []);
  return second === null || MODULE_ONLY.test(second) ? 'module' : 'unknown';
}

function complaintAbout(code: string, names: readonly string[]): string | null {
  try {
    compileFunction(code, names);
    return null;
  } catch (thrown) {
    return String((thrown as Error).message);
  }
}

function withoutHashbang(code: string): string {
  return code.replace(/^#!.*/, '');
}

/** Node calls it an experiment each time, to whoever reads stderr. The file is loaded by the same means right after. */
function withoutTypes(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return nodeModule.stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

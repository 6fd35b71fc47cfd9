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

/** A statement that says nothing of the file it stands in, or that no stripping of types leaves over. */
const TYPES_ONLY = /^\s*(?:import\s+type\b|export\s+(?:type|interface|declare)\b|import\s+\w+\s*=)/;

/** The syntax of a source text; with `isTypeScript` its types are left out first, where they matter. */
export function moduleSyntaxOf(source: string, isTypeScript: boolean): ModuleSyntax {
  if (isTypeScript && isModuleAtFirstSight(source)) return 'module';
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

/**
 * Most files import before they name a type, and V8 complains of what comes first: stripping, which takes a thread some
 * ten milliseconds to get ready for, is left to Node, which keeps what comes out of it.
 */
function isModuleAtFirstSight(source: string): boolean {
  try {
    compileFunction(withoutHashbang(source), COMMONJS_NAMES, { filename: 'source' });
    return false;
  } catch (thrown) {
    const { message, stack = '' } = thrown as Error;
    const [, line = ''] = /^source:\d+\n(.*)/.exec(stack) ?? [];
    return MODULE_ONLY.test(message) && !TYPES_ONLY.test(line);
  }
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

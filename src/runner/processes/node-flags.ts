// The flags and the environment that a child's Node is started with. What the user set so that Node can load their files
// (`node --import tsx …`, NODE_OPTIONS, our own --import) is for the processes that load these files, and for none of ours:
// a server or a price list behind somebody's loader would be slower for nothing.

/** For `fork`: its `execArgv`, and the `NODE_OPTIONS` of the child; undefined for none. */
export interface NodeFlags {
  readonly execArgv: readonly string[];
  readonly nodeOptions: string | undefined;
}

/** Flags of Node that say how files are found and loaded. */
const WITH_VALUE = ['--import', '--require', '-r', '--loader', '--experimental-loader', '--conditions', '-C'];
const ALONE = /^--(no-)?(experimental-)?(strip-types|transform-types|preserve-symlinks)$/;

/** For a process that loads the user's files: the flags of this one that say how, and a module for each of `imports`. */
export function flagsForScenarios(imports: readonly string[] = []): NodeFlags {
  const { loading } = sorted(process.execArgv);
  const added = imports.flatMap((specifier) => ['--import', specifier]);
  return { execArgv: [...loading, ...added], nodeOptions: process.env.NODE_OPTIONS };
}

/** For a process that runs our own code alone. */
export function flagsForOurs(): NodeFlags {
  const { NODE_OPTIONS: nodeOptions } = process.env;
  // Under Yarn's Plug'n'Play no package is found without its loader, ours neither.
  if (nodeOptions === undefined || process.versions.pnp !== undefined) return { execArgv: [], nodeOptions };
  const { others } = sorted(wordsOf(nodeOptions));
  return { execArgv: [], nodeOptions: others.map(quoted).join(' ') };
}

/** Parts a command line of Node's into what says how files are loaded, with the values, and the rest. */
function sorted(words: readonly string[]): { loading: string[]; others: string[] } {
  const loading: string[] = [];
  const others: string[] = [];
  let isValue = false;
  for (const word of words) {
    const isLoading = isValue || ALONE.test(word) || WITH_VALUE.includes(word.replace(/=.*$/s, ''));
    (isLoading ? loading : others).push(word);
    isValue = !isValue && WITH_VALUE.includes(word);
  }
  return { loading, others };
}

/** Splits NODE_OPTIONS as Node does: at spaces, unless between double quotes, where a backslash takes the next as it is. */
function wordsOf(nodeOptions: string): string[] {
  const words = nodeOptions.match(/(?:"(?:\\.|[^"\\])*"|[^ "])+/gs) ?? [];
  return words.map((word) =>
    word.replace(/"((?:\\.|[^"\\])*)"/gs, (_, inside: string) => inside.replace(/\\(.)/gs, '$1')),
  );
}

function quoted(word: string): string {
  return /[ "]/.test(word) ? `"${word.replace(/["\\]/g, '\\$&')}"` : word;
}

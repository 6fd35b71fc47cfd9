// Why a file did not load, and what to do about it: what Node throws is about modules and loaders, and whoever meets it
// wrote a scenario.

import { fileURLToPath } from 'node:url';
import { messageOf } from '../errors.ts';

/** The reason in one line, and the next step. */
export interface LoadProblem {
  readonly how: string;
  readonly hint: string;
}

const NAME_A_LOADER = '`npm i -D tsx`, then add `--import tsx` (or another loader) to the command.';

/** The first that fits says what to do. */
const HINTS: readonly { readonly fits: RegExp; readonly hint: string }[] = [
  {
    fits: /not supported in strip-only mode|Stripping types is currently unsupported/,
    hint: `Node runs TypeScript by leaving its types out, and this takes more. Let a loader translate it: ${NAME_A_LOADER}`,
  },
  {
    fits: /Unknown file extension "\.[jt]sx"/,
    hint: `Node does not know JSX. Let a loader translate it: ${NAME_A_LOADER}`,
  },
  {
    fits: /Unknown file extension|needs an import attribute/,
    hint: 'A scenario is a .js, .mjs, .cjs, .ts, .mts or .cts file; whatever else needs a loader: `--import <module>`.',
  },
  {
    // A file that is CommonJS asked for one that is not, and `require` takes the package's word for what that is.
    fits: /import statement outside a module|Unexpected token 'export'/,
    hint: 'It is required by a CommonJS file. Import it instead, or name it .mts or .mjs.',
  },
  {
    fits: /Cannot find module '[^']*[\\/][^'.\\/]+' imported from/,
    hint: `Node wants the whole name of a file, such as './helper.ts'; or let a loader find it: ${NAME_A_LOADER}`,
  },
  {
    fits: /Cannot find (?:package|module) '[^'./]/,
    hint: 'Install it where the file lies.',
  },
  {
    fits: /Cannot find module/,
    hint: 'Correct the path in the file that imports it.',
  },
  {
    fits: /does not provide an export named/,
    hint: 'Look at what that module exports; one that is CommonJS may have its default export alone.',
  },
  {
    fits: /in ES module scope/,
    hint: 'Import what it requires and export what it sets, or name it .cjs or .cts.',
  },
];

/** What is to be told of `thrown`, which importing `url` has thrown. */
export function loadProblemOf(thrown: unknown, url: string): LoadProblem {
  const message = messageOf(thrown);
  const place = placeOf(thrown);
  const how = place === null ? message : `${message}, ${inWords(place, url)}`;
  const hint = HINTS.find(({ fits }) => fits.test(message))?.hint;
  if (hint !== undefined) return { how, hint };
  if (thrown instanceof SyntaxError) {
    const correct = place === null ? `\`node --check ${quoted(url)}\` may say where. Correct it` : 'Correct it';
    return { how, hint: `${correct}; decorators and JSX need a loader: ${NAME_A_LOADER}` };
  }
  return {
    how,
    hint:
      place === null
        ? 'Look at what the file does when it is imported.'
        : 'Look there; it runs when the file is imported.',
  };
}

interface Place {
  readonly path: string;
  readonly line: number;
}

function inWords({ path, line }: Place, url: string): string {
  return path === fileURLToPath(url) ? `in line ${line}` : `in line ${line} of ${path}`;
}

function quoted(url: string): string {
  const path = fileURLToPath(url);
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

function placeOf(thrown: unknown): Place | null {
  try {
    return firstPlaceOf(thrown);
  } catch {
    // A stack is whatever the file made of it.
    return null;
  }
}

/** The first place of a stack, or of the excerpt above it, that is a file outside Node and outside packages. */
function firstPlaceOf(thrown: unknown): Place | null {
  if (!(thrown instanceof Error) || typeof thrown.stack !== 'string') return null;
  for (const [, file = '', line] of thrown.stack.matchAll(/(?:^|[( ])((?:file:\/\/)?\/[^\n]*?):(\d+)(?::\d+)?\)?$/gm)) {
    const path = file.startsWith('file:') ? fileURLToPath(file) : file;
    if (!path.includes('/node_modules/') && !path.startsWith(OWN_FOLDER)) return { path, line: Number(line) };
  }
  return null;
}

const OWN_FOLDER = fileURLToPath(new URL('../', import.meta.url));

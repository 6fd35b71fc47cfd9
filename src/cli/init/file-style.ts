// In which style a new file is written: as its name says, else as the project around it is written.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BenchError } from '../../errors.ts';
import type { ModuleStyle } from './scenario-text.ts';

export type Language = 'ts' | 'js';

/** A file to write. */
export interface NewFile {
  /** As it can be typed. */
  readonly path: string;
  readonly style: ModuleStyle;
}

const DEFAULT_NAME = 'my.scenario';

/**
 * The file that is meant by a name, a folder with a slash at its end, or nothing; \`language\` is what was asked for. Throws
 * `USAGE` for a name that no scenario has, or that is in another language.
 */
export function newFile(named = '', language?: Language): NewFile {
  const name = named === '' || /[\\/]$/.test(named) ? `${named}${DEFAULT_NAME}` : named;
  const [, ending = ''] = /\.([a-z]+)$/i.exec(name.replace(/\.scenario$/, '')) ?? [];
  const around = surroundings(dirname(resolve(name)));
  if (ending === '') {
    const own = endingFor(language ?? (around.usesTypeScript ? 'ts' : 'js'), around);
    return { path: `${name}.${own}`, style: styleOf(own, around) };
  }
  if (!/^[cm]?[jt]s$/.test(ending)) {
    const message = `Expected a name that ends in .ts, .mts, .cts, .js, .mjs or .cjs, or in nothing, got '${named}'`;
    throw new BenchError('USAGE', message, 'Correct the name and run it again.');
  }
  if (language !== undefined && !ending.endsWith(language)) {
    throw new BenchError(
      'USAGE',
      `--${language}: expected a name that ends so, got '${named}'`,
      'Leave one of them out.',
    );
  }
  return { path: name, style: styleOf(ending, around) };
}

/** What the nearest package says; null where there is none. */
interface Surroundings {
  readonly type: 'module' | 'commonjs' | null;
  readonly usesTypeScript: boolean;
}

function surroundings(folder: string, hasSettings = false): Surroundings {
  const usesTypeScript = hasSettings || existsSync(join(folder, 'tsconfig.json'));
  const text = readIfThere(join(folder, 'package.json'));
  if (text === null) {
    const parent = dirname(folder);
    return parent === folder ? { type: null, usesTypeScript } : surroundings(parent, usesTypeScript);
  }
  const { type, dependencies, devDependencies } = packageOf(text);
  return {
    type: type === 'module' ? 'module' : 'commonjs',
    usesTypeScript: usesTypeScript || 'typescript' in { ...dependencies, ...devDependencies },
  };
}

interface PackageFile {
  readonly type?: unknown;
  readonly dependencies?: object;
  readonly devDependencies?: object;
}

/** One that is broken says nothing; npm will say why. */
function packageOf(text: string): PackageFile {
  try {
    return (JSON.parse(text) as PackageFile | null) ?? {};
  } catch {
    return {};
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * TypeScript is written with `import` everywhere; where the package says CommonJS, only `.mts` lets every compiler take it for
 * what it is. JavaScript outside any package is a module by its name.
 */
function endingFor(language: Language, { type }: Surroundings): string {
  if (language === 'ts') return type === 'module' ? 'ts' : 'mts';
  return type === null ? 'mjs' : 'js';
}

function styleOf(ending: string, { type }: Surroundings): ModuleStyle {
  return ending === 'cjs' || (ending === 'js' && type === 'commonjs') ? 'commonjs' : 'esm';
}

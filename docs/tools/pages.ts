// The pages of this folder as they stand.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const DOCS = fileURLToPath(new URL('..', import.meta.url));

/** Names of the files of all pages. */
export const PAGES: readonly string[] = readdirSync(DOCS).filter((name) => name.endsWith('.md'));

export function textOf(page: string): string {
  return readFileSync(join(DOCS, page), 'utf8');
}

// The scenario files of these studies, by name.

import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';

const FOLDER_URL = new URL('./workloads/', import.meta.url);

/** One scenario file. */
export interface Workload {
  readonly name: string;
  readonly url: string;
}

/** Those that were named, or all. Throws on a name that there is not. */
export async function findWorkloads(only: readonly string[] | undefined): Promise<Workload[]> {
  const files = (await readdir(FOLDER_URL)).sort();
  const all = files.map((file) => ({ name: basename(file, '.mjs'), url: new URL(file, FOLDER_URL).href }));
  const names = all.map(({ name }) => name);
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`no workload '${unknown}', expected one of: ${names.join(', ')}`);
  return all.filter(({ name }) => only === undefined || only.includes(name));
}

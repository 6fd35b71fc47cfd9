// Programs that a test writes, in a folder of its own that goes when the file of tests is done.

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Verdict } from '../hunt.ts';

let folder = '';
let written = 0;

/** Makes the folder for a file of tests. */
export function useProgramFolder(): void {
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'hunts-')));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
}

/** Writes one, and returns its path. */
export function program(text: string, ending = 'mjs'): string {
  const file = join(folder, `program-${++written}.${ending}`);
  writeFileSync(file, text);
  return file;
}

/** One with this body of `run`, all tools at hand. */
export function running(body: string): string {
  return program(`export async function run({ paths }, { get, getSync, compute, openPool }) { ${body} }`);
}

/** What solves the hunt of the catalogue, as the end of a body. */
export const RIGHT = 'return (await Promise.all(paths.map((path) => get(path)))).map((text) => text.length);';

/** A verdict on a program that shows this. */
export function unsolved(misconception: string, seen: RegExp): Verdict {
  return {
    solved: false,
    misconception,
    seen: expect.stringMatching(seen),
    why: expect.any(String),
    look: expect.any(String),
  } as never;
}

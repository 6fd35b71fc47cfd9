// The browser that pages are tried in: whatever Chromium this machine has.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The path of a browser: the one that CHROMIUM names, or the first in PATH; null where there is none. */
export function findChromium({ CHROMIUM, PATH = '' }: NodeJS.ProcessEnv = process.env): string | null {
  const places = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return (CHROMIUM ? [CHROMIUM] : places).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What is said where tests are skipped for want of one. */
export const NO_BROWSER =
  'SKIPPED: no chromium, chromium-browser or google-chrome in PATH, and CHROMIUM names none; `apt-get install chromium` makes one';

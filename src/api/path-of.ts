// Files are named by a path or by an address, as in Node's own functions.

import { fileURLToPath } from 'node:url';
import type { FileUrl } from '../model/file-url.ts';

/** The path of a file that was named either way; a text that is an address counts as one. */
export function pathOf(place: string | FileUrl): string {
  return place instanceof URL || place.startsWith('file:') ? fileURLToPath(place) : place;
}

// Where a guess is kept. It is made once: a file that stands there already is somebody's guess, and is not guessed again.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assertWritable, writeWhole } from '../../../document/store.ts';
import { BenchError } from '../../../errors.ts';
import type { GuessDocument } from '../../../model/teaching/guess.ts';
import { toJson } from '../../../render/json.ts';
import { isFolder, makeOwnFolder, OWN_FOLDER } from '../result-place.ts';

const GUESSES_FOLDER = join(OWN_FOLDER, 'guesses/');

/** Names of files that every system takes. */
const MOST_NAME_LENGTH = 60;

/** The file for a guess at a scenario that is made now. Throws `USAGE` where one is there, `FILE_WRITE` where none can be. */
export async function guessPlace(named: string | undefined, scenarioId: string): Promise<string> {
  const place = named ?? GUESSES_FOLDER;
  const name = scenarioId.replace(/[^\w.-]/g, '-').slice(0, MOST_NAME_LENGTH);
  const path = isFolder(place) ? join(place, `${new Date().toISOString().replaceAll(':', '-')}-${name}.json`) : place;
  if (existsSync(path)) {
    const message = `--save-guess: expected a new file, and there is one at ${path}`;
    throw new BenchError('USAGE', message, 'A guess is made once: choose another name.');
  }
  if (named === undefined) await makeOwnFolder(path);
  else await assertWritable(path, 'kept');
  return path;
}

/** Writes it whole or not at all. Throws `FILE_WRITE`. */
export async function writeGuess(path: string, guess: GuessDocument): Promise<void> {
  await writeWhole(path, toJson(guess));
}

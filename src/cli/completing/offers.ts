// Which words may stand after a flag or as an argument: one line for each that knows any.

import { BenchError } from '../../errors.ts';
import { HUNTS } from '../../hunts/registry.ts';
import { REPORT_KINDS } from '../../render/ci/kinds.ts';
import { scenarioIdOf } from '../../scenario-file.ts';
import { ALL_STRATEGIES } from '../../strategies/registry.ts';
import { KINDS } from '../choosing-flags.ts';
import { BASELINE_STEPS } from '../commands/judging/baseline.ts';
import { GUESS_FORMATS } from '../guess-flags.ts';
import { FORMATS, LIST_FORMATS } from '../output.ts';
import { describeScenarios, shippedUrls } from '../runner.ts';
import { SHELLS } from './scripts.ts';

/** A word, and what it is. */
export interface Offer {
  readonly word: string;
  readonly about: string;
}

/** What may be typed in one place. */
export interface Offers {
  readonly offers: readonly Offer[];
  /** Whether several may stand there, separated by commas. */
  readonly listed?: boolean;
  /** Whether names of files may stand there, too. */
  readonly files?: boolean;
}

const words = (all: readonly string[]): Offer[] => all.map((word) => ({ word, about: '' }));

const FILES: Offers = { offers: [], files: true };
const strategies = ALL_STRATEGIES.map(({ id, idea }) => ({ word: id, about: idea }));

/** By the long name of a flag, or the name of an argument; of one command where it differs from the others. */
const PLACES: Readonly<Record<string, () => Offers | Promise<Offers>>> = {
  'list --format': () => ({ offers: words(LIST_FORMATS) }),
  'baseline --format': () => ({ offers: words(LIST_FORMATS) }),
  'predict --format': () => ({ offers: words(GUESS_FORMATS) }),
  'guesses --format': () => ({ offers: words(GUESS_FORMATS) }),
  '--against': () => FILES,
  '--save-guess': () => FILES,
  '--format': () => ({ offers: words(FORMATS) }),
  '--report': () => ({ offers: Object.entries(REPORT_KINDS).map(([word, { about }]) => ({ word, about })) }),
  '--strategy': () => ({ offers: strategies, listed: true }),
  '--kind': () => ({ offers: words(KINDS), listed: true }),
  '--tag': async () => ({ offers: words(await shippedTags()), listed: true }),
  '--save': () => FILES,
  '--out': () => FILES,
  '--config': () => FILES,
  '--import': () => FILES,
  scenario: () => ({ offers: words(shippedUrls().map(scenarioIdOf)), files: true }),
  file: () => FILES,
  base: () => FILES,
  head: () => FILES,
  '--history': () => FILES,
  number: () => ({ offers: HUNTS.map(({ number, title }) => ({ word: String(number), about: title })) }),
  step: () => ({ offers: words(BASELINE_STEPS) }),
  result: () => FILES,
  shell: () => ({ offers: words(SHELLS) }),
  lesson: async () => ({ offers: await lessons() }),
};

/** What may be typed after a flag or as an argument of a command; nothing where nothing is known. */
export async function offersFor(command: string, place: string): Promise<Offers> {
  const known = PLACES[`${command} ${place}`] ?? PLACES[place];
  return known ? known() : { offers: [] };
}

async function lessons(): Promise<Offer[]> {
  const { LESSONS } = await import('../../lessons/registry.ts');
  return LESSONS.map(({ number, title }) => ({ word: String(number), about: title }));
}

async function shippedTags(): Promise<string[]> {
  const described = await describeScenarios(shippedUrls());
  return [...new Set(described.flatMap((each) => (each instanceof BenchError ? [] : each.tags)))].sort();
}

// Finds the scenarios of both versions: what the words name in head's folder or in base's, matched by the place of the file
// in either. One that is on one side only, or loads on one side only, is a gap with its reason.

import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BenchError } from '../../errors.ts';
import type { GateGap } from '../../model/document/gate-document.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { isScenarioPath, scenarioIdOf } from '../../scenario-file.ts';
import { namedFiles } from '../choosing/named-files.ts';
import { type Narrowing, narrowed } from '../choosing/narrow.ts';
import { refuseSameIds, shippedUrls } from '../discover.ts';
import type { GateTree, ScenarioPair } from '../plan/gate/gate-request.ts';
import { type Described, describeScenarios } from '../processes/describing-process.ts';

/** The folders of both versions. */
export interface BothFolders {
  readonly base: Pick<GateTree, 'folder'>;
  readonly head: Pick<GateTree, 'folder'>;
}

/** What can be compared, and what cannot. */
export interface FoundBoth {
  readonly pairs: readonly ScenarioPair[];
  readonly gaps: readonly GateGap[];
}

/** How scenarios are loaded and chosen. */
export interface Finding {
  readonly signal: AbortSignal;
  readonly imports: readonly string[];
  readonly narrowing: Narrowing;
}

/** Finds and describes. Throws `UNKNOWN_SCENARIO` for a word that names nothing on either side, and `USAGE`. */
export async function findBoth(
  words: readonly string[],
  { base, head }: BothFolders,
  { signal, imports, narrowing }: Finding,
): Promise<FoundBoth> {
  const files = new Set<string>();
  for (const word of words) for (const file of await filesOf(word, base.folder, head.folder)) files.add(file);
  const [baseSide, headSide] = await Promise.all(
    [base, head].map(({ folder }) => describeSide([...files], folder, signal, imports)),
  );
  // What a scenario says of itself counts as head has it; one that loads on neither side says nothing, and is told.
  const knownOf = (file: string) => [headSide?.get(file), baseSide?.get(file)].find(isSummary);
  const known = [...files].flatMap((file) => knownOf(file) ?? []);
  const meant = new Set(narrowed(known, narrowing));
  const pairs: ScenarioPair[] = [];
  const gaps: GateGap[] = [];
  for (const file of files) {
    const scenario = knownOf(file);
    if (scenario !== undefined && !meant.has(scenario)) continue;
    const [inBase, inHead] = [baseSide?.get(file), headSide?.get(file)];
    if (isSummary(inBase) && isSummary(inHead)) pairs.push({ base: inBase, head: inHead, file });
    else gaps.push(gapOf(file, inBase, inHead));
  }
  refuseSameIds(pairs.map(({ head: scenario }) => scenario));
  return { pairs, gaps: withRenames(gaps, baseSide, headSide) };
}

/** Places of the files that one word names, relative to the folder of either version. */
async function filesOf(word: string, baseFolder: string, headFolder: string): Promise<string[]> {
  const [inBase, inHead] = await Promise.all([baseFolder, headFolder].map((folder) => placesIn(word, folder)));
  const places = [inHead, inBase].flatMap((found) => (Array.isArray(found) ? found : []));
  if (places.length > 0) return [...new Set(places)];
  if (inHead instanceof BenchError) throw inHead;
  // A word that is no path can only be the id of a shipped one.
  throw isScenarioPath(word) ? outsideError(word, headFolder) : shippedError(word);
}

async function placesIn(word: string, folder: string): Promise<string[] | BenchError> {
  try {
    const urls = await namedFiles([word], shippedUrls(), folder);
    return urls.flatMap((url) => placeOf(url, folder) ?? []);
  } catch (thrown) {
    if (thrown instanceof BenchError && thrown.code === 'UNKNOWN_SCENARIO') return thrown;
    throw thrown;
  }
}

/** Null for a file that is not of this folder, or is somebody's package in it. */
function placeOf(url: string, folder: string): string | null {
  const place = relative(folder, fileURLToPath(url));
  const isOutside = isAbsolute(place) || place === '..' || place.startsWith(`..${sep}`);
  return isOutside || place.split(sep).includes('node_modules') ? null : place;
}

type Side = ReadonlyMap<string, ScenarioSummary | BenchError>;

async function describeSide(
  files: readonly string[],
  folder: string,
  signal: AbortSignal,
  imports: readonly string[],
): Promise<Side> {
  const there: string[] = [];
  for (const file of files) if (await isThere(join(folder, file))) there.push(file);
  const urls = there.map((file) => pathToFileURL(join(folder, file)).href);
  const described = await describeScenarios(urls, signal, imports, { folder });
  return new Map(there.map((file, index) => [file, withoutFolder(described[index] as Described, folder)]));
}

/** The folder of a version that was checked out is gone before anybody reads this. */
function withoutFolder(described: Described, folder: string): Described {
  if (!(described instanceof BenchError)) return described;
  const [message = '', hint = ''] = [described.message, described.hint].map((text) =>
    text.replaceAll(join(folder, sep), ''),
  );
  return new BenchError(described.code, message, hint);
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

function isSummary(side: ScenarioSummary | BenchError | undefined): side is ScenarioSummary {
  return side !== undefined && !(side instanceof BenchError);
}

function gapOf(
  file: string,
  base: ScenarioSummary | BenchError | undefined,
  head: ScenarioSummary | BenchError | undefined,
): GateGap {
  const scenarioId = scenarioIdOf(pathToFileURL(file).href);
  if (base === undefined) return { scenarioId, file, news: 'added', reason: 'only in head' };
  if (head === undefined) return { scenarioId, file, news: 'removed', reason: 'only in base' };
  if (!(base instanceof BenchError)) {
    return { scenarioId, file, news: 'broken', reason: `in head: ${messageOf(head)}` };
  }
  const where = head instanceof BenchError ? 'in both versions' : 'in base';
  return { scenarioId, file, news: 'not comparable', reason: `${where}: ${base.message}` };
}

function messageOf(side: ScenarioSummary | BenchError): string {
  return side instanceof BenchError ? side.message : '';
}

/** One that went and one that came with the same title are likely the same under another name. */
function withRenames(gaps: readonly GateGap[], baseSide: Side | undefined, headSide: Side | undefined): GateGap[] {
  const titleIn = (side: Side | undefined, { file }: GateGap) => {
    const scenario = side?.get(file ?? '');
    return isSummary(scenario) ? scenario.title : null;
  };
  return gaps.map((gap) => {
    if (gap.news !== 'removed') return gap;
    const title = titleIn(baseSide, gap);
    const heir = gaps.find((other) => other.news === 'added' && title !== null && titleIn(headSide, other) === title);
    return heir === undefined ? gap : { ...gap, reason: `${gap.reason}; ${heir.file} in head has its title: renamed?` };
  });
}

function shippedError(word: string): BenchError {
  return new BenchError(
    'USAGE',
    `'${word}' comes with overlap-bench and is the same in both versions`,
    'Name scenario files of your own; `overlap init` writes one.',
  );
}

function outsideError(word: string, folder: string): BenchError {
  return new BenchError(
    'USAGE',
    `'${word}': expected scenario files in ${folder} or below it, outside node_modules: only those are there in both versions`,
    'Start it in the folder that the files are in, or in one above it.',
  );
}

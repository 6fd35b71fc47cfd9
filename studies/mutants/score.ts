// From what became of each mutant to the score of a folder. A mutant that never ends is noticed by a watch, so it counts
// as killed; where code that runs while a file loads is left out (each would need a fresh start), it is not counted.

import type { MutantResult } from '@stryker-mutator/api/core';

/** A change to the code that no test noticed. */
export interface Survivor {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly mutator: string;
  /** The code as it stands. */
  readonly original: string;
  /** What stood in its place. */
  readonly replacement: string;
  /** Whether any test passed through it. */
  readonly covered: boolean;
}

/** How well the tests of one folder guard its production files. */
export interface FolderScore {
  readonly folder: string;
  /** ISO 8601, UTC. */
  readonly measuredAt: string;
  readonly elapsedMinutes: number;
  /** Mutants that were tried, or that no test passes through. */
  readonly mutantCount: number;
  readonly killedCount: number;
  /** Those of the killed that were stopped because they did not end; on a busy machine some may only have been slow. */
  readonly timedOutCount: number;
  /** Mutants of code that runs while a file loads, left out. */
  readonly loadTimeCount: number;
  readonly survivors: readonly Survivor[];
}

/** Sums up the mutants of one folder; `sourceOf` gives the text of a file. */
export function scoreOf(mutants: readonly MutantResult[], sourceOf: (file: string) => string) {
  const killedCount = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const survivors = mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map((mutant) => survivorOf(mutant, sourceOf(mutant.fileName)))
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return {
    mutantCount: killedCount + survivors.length,
    killedCount,
    timedOutCount: mutants.filter(({ status }) => status === 'Timeout').length,
    loadTimeCount: mutants.filter(({ status }) => status === 'Ignored').length,
    survivors,
  };
}

/** Share of the mutants that a test noticed, 0..1; 1 where there is nothing to break. */
export function killedRatio({ killedCount, mutantCount }: Pick<FolderScore, 'killedCount' | 'mutantCount'>): number {
  return mutantCount === 0 ? 1 : killedCount / mutantCount;
}

// Lines and columns count from 1.
function survivorOf(mutant: MutantResult, source: string): Survivor {
  const { start, end } = mutant.location;
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const afterCount = (lines.at(-1) ?? '').length - (end.column - 1);
  const whole = lines.join('\n');
  const original = whole.slice(start.column - 1, whole.length - afterCount);
  return {
    file: mutant.fileName,
    line: start.line,
    mutator: mutant.mutatorName,
    original: oneLine(original),
    replacement: oneLine(mutant.replacement),
    covered: mutant.status === 'Survived',
  };
}

function oneLine(code: string): string {
  return code.replace(/\s+/g, ' ').trim();
}

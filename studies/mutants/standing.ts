// Why some mutants may live. Each is known by its file and its code, not by its line, so that it is found again when
// the file grows; an entry that fits no survivor is printed as out of date.

/** A survivor that stands, and why. */
export interface StandingMutant {
  readonly file: string;
  /** The code as it stands, or a part of it. */
  readonly original: string;
  /** What stood in its place; left out where any replacement is meant. */
  readonly replacement?: string;
  readonly reason: string;
}

export const STANDING: readonly StandingMutant[] = [];

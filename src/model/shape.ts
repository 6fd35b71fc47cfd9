// A strategy as data: how many tasks are under way at once, and on what they wait and compute. Floors, predictions, advice,
// checks and lists follow from it, so that nothing outside strategies/ asks which strategy it has before it. A cell
// records the shape of its strategy; a file may therefore hold a shape that this version does not know.

import type { ScenarioKind } from './scenario.ts';

/** Every word of every aspect. */
export const SHAPE_WORDS = {
  /** Tasks under way: one after another (in each worker, where they wait there), all, at most c, or c that end together. */
  waits: ['one', 'all', 'bounded', 'batches'],
  /** Where tasks wait: on the main thread, in worker threads, or in child processes. */
  waitsOn: ['loop', 'workers', 'processes'],
  /** Where tasks compute. */
  computesOn: ['loop', 'workers', 'processes'],
  /** What one message to a worker carries. */
  perMessage: ['nothing', 'task'],
} as const;

/** A schedule that this version can reason about. */
export type Shape = { readonly [Aspect in keyof typeof SHAPE_WORDS]: (typeof SHAPE_WORDS)[Aspect][number] };

/** A shape as a document holds it: perhaps with words or aspects that this version does not know. */
export type RecordedShape = Readonly<Record<string, string | number | boolean>>;

/** A setting that a shape needs. */
export type ShapeParameter = 'concurrency' | 'threads';

/** The shape, if this version knows every aspect and word of it; null otherwise. */
export function knownShape(recorded: RecordedShape): Shape | null {
  const aspects = Object.keys(SHAPE_WORDS) as (keyof Shape)[];
  if (Object.keys(recorded).length !== aspects.length) return null;
  const known = aspects.every((aspect) => (SHAPE_WORDS[aspect] as readonly unknown[]).includes(recorded[aspect]));
  return known ? (recorded as Shape) : null;
}

/** True where tasks travel to workers, be they threads or processes. */
export function usesWorkers({ waitsOn, computesOn }: Shape): boolean {
  return waitsOn !== 'loop' || computesOn !== 'loop';
}

/** True where these workers are processes: what is known of messages between threads says nothing of them. */
export function usesProcesses({ waitsOn, computesOn }: Shape): boolean {
  return waitsOn === 'processes' || computesOn === 'processes';
}

/** The settings that an arm of this shape has, in the order of its name. */
export function parametersOf(shape: Shape): ShapeParameter[] {
  const bounded = shape.waits === 'bounded' || shape.waits === 'batches';
  return [...(bounded ? (['concurrency'] as const) : []), ...(usesWorkers(shape) ? (['threads'] as const) : [])];
}

/** True for one task after another on the calling thread: the only schedule whose own shares explain what others gain. */
export function isOneByOne({ waits, waitsOn, computesOn }: Shape): boolean {
  return waits === 'one' && waitsOn === 'loop' && computesOn === 'loop';
}

/** Where waiting and computing are kept apart, a task needs both; any other shape suits all work. */
export function suitedKinds({ waitsOn, computesOn }: Shape): readonly ScenarioKind[] {
  return waitsOn === computesOn ? ['io', 'cpu', 'mixed'] : ['mixed'];
}

/** How much there is to a schedule: of two that are as fast, reach for the lower. */
export function complexityOf(shape: Shape): number {
  const split = shape.waitsOn === shape.computesOn ? 0 : 1;
  // A process takes longer to start than a thread, and more memory: whatever is as fast with threads is simpler.
  const places = Number(usesWorkers(shape)) + split + 2 * Number(usesProcesses(shape));
  return SHAPE_WORDS.waits.indexOf(shape.waits) + SHAPE_WORDS.waits.length * places;
}

/** The shape in a few words: "all at once; waits on the loop, computes in workers". */
export function describeShape({ waits, waitsOn, computesOn }: Shape): string {
  const many = {
    one: 'one at a time',
    all: 'all at once',
    bounded: 'at most c at once',
    batches: 'c that end together',
  };
  const where = { loop: 'on the loop', workers: 'in workers', processes: 'in child processes' };
  const inEach = { loop: '', workers: ' in each worker', processes: ' in each process' };
  const each = `${many[waits]}${inEach[waitsOn]}`;
  if (waitsOn === computesOn) return `${each}; waits and computes ${where[waitsOn]}`;
  return `${each}; waits ${where[waitsOn]}, computes ${where[computesOn]}`;
}

// Work for benchmarks of known size. Each function is compiled from its own text, as two functions that somebody wrote are:
// two closures of one text would share what the engine learns of them.

/** What a function is to take, and how. */
export interface WorkSize {
  readonly callUs: number;
  readonly isAsync: boolean;
}

const TURN = 'x = (x * 31 + i) | 0; if ((i & 63) === 0) kept.push({ x });';
const CALIBRATING_MS = 300;

/** A fresh function of `turnCount` turns of a loop that computes and allocates; an async one awaits half-way. */
export function freshWork(turnCount: number, isAsync: boolean): () => unknown {
  const half = Math.round(turnCount / 2);
  const loop = (from: number, to: number) => `for (let i = ${from}; i < ${to}; i++) { ${TURN} }`;
  const body = isAsync ? `${loop(0, half)} await undefined; ${loop(half, turnCount)}` : loop(0, turnCount);
  const text = `return ${isAsync ? 'async ' : ''}() => { let x = 1; const kept = []; ${body} return kept.length + x; };`;
  return new Function(text)() as () => unknown;
}

/** Turns that a function needs to take `callUs` once it is compiled. */
export function turnsFor(callUs: number): number {
  const turnCount = 100_000;
  const call = freshWork(turnCount, false);
  const callMs: number[] = [];
  for (const untilMs = performance.now() + CALIBRATING_MS; performance.now() < untilMs; ) {
    const fromMs = performance.now();
    call();
    callMs.push(performance.now() - fromMs);
  }
  return Math.max(2, Math.round((turnCount * callUs) / 1000 / Math.min(...callMs)));
}

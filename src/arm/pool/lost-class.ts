// A worker gets a copy of what it is sent, and structured clone copies data only: an instance of a class arrives as a plain
// object without methods. What then fails in the task names a method, and not the reason; this names the reason.

import type { CellFailure } from '../../model/document/document.ts';

const MOST_DEPTH = 4;
const MOST_CHILDREN = 20;

/** What calling a method that is not there, or reading what it would have given, looks like. */
const MISSES_A_METHOD = /is not a function|is not iterable|Cannot read (propert|private member)|Receiver must be/;

/** The failure of a task in a worker, with the reason where what it was sent had lost a class on the way. */
export function explained(failure: CellFailure, sent: unknown): CellFailure {
  const name = MISSES_A_METHOD.test(failure.message) ? lostClass(sent) : null;
  if (name === null) return failure;
  const reason = `The scenario sent a ${name} to a worker, where it arrived as a plain object: structured clone keeps data only. Send plain data and build the ${name} in the task.`;
  return { ...failure, message: `${failure.message}. ${reason}` };
}

/** The name of the first class that a copy would lose; null where it would lose none. */
function lostClass(sent: unknown): string | null {
  try {
    return firstLost(sent, structuredClone(sent), 0);
  } catch {
    return null;
  }
}

function firstLost(sent: unknown, arrived: unknown, depth: number): string | null {
  if (!isObject(sent) || !isObject(arrived) || depth > MOST_DEPTH) return null;
  const prototype: unknown = Object.getPrototypeOf(sent);
  if (prototype !== null && prototype !== Object.getPrototypeOf(arrived))
    return sent.constructor.name || 'nameless class';
  for (const key of Object.keys(sent).slice(0, MOST_CHILDREN)) {
    const lost = firstLost(sent[key], arrived[key], depth + 1);
    if (lost !== null) return lost;
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

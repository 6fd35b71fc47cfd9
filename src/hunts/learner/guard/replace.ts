// Puts a guarded call in the place of one of Node's, for whoever calls it from then on.

/** A call as it stands in Node's modules and prototypes. */
export type Call = (this: unknown, ...given: readonly unknown[]) => unknown;

/** Leaves everything that hangs on the original, as `util.promisify` needs it. What this Node does not have is passed over. */
export function replace<Name extends string>(
  holder: { [name in Name]?: unknown },
  name: Name,
  guarded: (original: Call) => Call,
): void {
  const original = holder[name];
  if (typeof original !== 'function') return;
  holder[name] = Object.defineProperties(guarded(original as Call), Object.getOwnPropertyDescriptors(original));
}

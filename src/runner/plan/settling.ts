// Whether a batch is run untimed right before the timed one. While other arms have their turns, caches, clock rates and
// sleeping threads of this one go cold; the next batch takes up to some milliseconds longer, in a plain script as here.
// In a batch of a few milliseconds that is a quarter of the time, and more of it where threads have to be woken, so that
// pools would look worse than they are. One batch right before takes it away (study `truth`).

/** What a pause costs is lost in batches that take longer. */
const LONGEST_SHORT_MS = 50;

/** Whether an arm is made warm again by a batch of its own; `lastWallMs` is what its last one took, null before any. */
export function isSettledFirst(lastWallMs: number | null): boolean {
  return lastWallMs !== null && lastWallMs < LONGEST_SHORT_MS;
}

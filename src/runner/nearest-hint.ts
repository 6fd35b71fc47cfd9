// What somebody may have meant by a word that nothing has for a name.

import leven from 'leven';

/** " (did you mean 'x'?)" when something is near enough, or nothing. */
export function nearestHint(name: string, known: readonly string[]): string {
  const [nearest] = known
    .map((id) => ({ id, distance: leven(name.toLowerCase(), id) }))
    .filter(({ id, distance }) => distance <= Math.max(2, id.length / 2))
    .sort((a, b) => a.distance - b.distance);
  return nearest ? ` (did you mean '${nearest.id}'?)` : '';
}

import { setTimeout } from 'node:timers/promises';

export async function run({ paths, ratePerSecond }, { get }) {
  const read = async (path, index) => {
    await setTimeout((index * 1_000) / ratePerSecond);
    for (;;) {
      try {
        return (await get(path)).length;
      } catch (error) {
        if (error.status !== 429) throw error;
        await setTimeout(error.retryAfterMs + 20 * index);
      }
    }
  };
  return await Promise.all(paths.map(read));
}

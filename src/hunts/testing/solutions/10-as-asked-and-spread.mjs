import { setTimeout } from 'node:timers/promises';

export async function run({ paths }, { get }) {
  const read = async (path) => {
    try {
      return (await get(path)).length;
    } catch (error) {
      if (error.status !== 429) throw error;
      await setTimeout(error.retryAfterMs + 20 + Math.random() * 1_200);
      return read(path);
    }
  };
  return await Promise.all(paths.map(read));
}

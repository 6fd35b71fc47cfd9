export async function run({ paths }, { get }) {
  let total = 0;
  for (const path of paths) {
    const text = await get(path);
    total += text.length;
  }
  return total;
}

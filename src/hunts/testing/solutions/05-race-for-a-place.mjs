export async function run({ paths, limit }, { get }) {
  const underWay = new Set();
  const lengths = [];
  for (const path of paths) {
    if (underWay.size >= limit) await Promise.race(underWay);
    const length = get(path).then((text) => {
      underWay.delete(length);
      return text.length;
    });
    underWay.add(length);
    lengths.push(length);
  }
  return await Promise.all(lengths);
}

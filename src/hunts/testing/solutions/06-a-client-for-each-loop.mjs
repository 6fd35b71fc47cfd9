export async function run({ paths, limit }, { createClient }) {
  const lengths = [];
  const pages = paths.entries();
  const work = async () => {
    const client = createClient();
    for (const [index, path] of pages) lengths[index] = (await client.get(path)).length;
    await client.close();
  };
  await Promise.all(Array.from({ length: limit }, work));
  return lengths;
}

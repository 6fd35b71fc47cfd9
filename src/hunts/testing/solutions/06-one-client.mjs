export async function run({ paths, limit }, { createClient }) {
  const client = createClient();
  const lengths = [];
  const pages = paths.entries();
  const work = async () => {
    for (const [index, path] of pages) lengths[index] = (await client.get(path)).length;
  };
  await Promise.all(Array.from({ length: limit }, work));
  await client.close();
  return lengths;
}

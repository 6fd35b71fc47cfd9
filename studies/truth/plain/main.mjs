// What a programmer writes to find out which way is fastest, without a benchmark suite: run the batch each way until it
// is warm, then time batches of all ways in a random order. Takes any scenario file and shares no code with the suite.
// Prints the time of every batch as JSON. Usage: node main.mjs FILE ORIGIN WARM_MS TIME_MS

import { allAtOnce, loadWork, oneByOne, twoWorkers } from './ways.mjs';

const [file, origin, warmMs, timeMs] = process.argv.slice(2);
const work = await loadWork(file, origin);
const ways = { oneByOne: oneByOne(work), allAtOnce: allAtOnce(work), twoWorkers: await twoWorkers(work) };

async function timed(way) {
  const fromMs = performance.now();
  await way();
  return performance.now() - fromMs;
}

for (const way of Object.values(ways)) {
  for (let spentMs = 0; spentMs < Number(warmMs); ) spentMs += await timed(way);
}
const batches = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
const untilMs = performance.now() + Number(timeMs);
while (performance.now() < untilMs) {
  const order = Object.keys(ways)
    .map((name) => ({ name, at: Math.random() }))
    .sort((a, b) => a.at - b.at);
  for (const { name } of order) batches[name].push(await timed(ways[name]));
}
process.stdout.write(JSON.stringify(batches));
process.exit(0);

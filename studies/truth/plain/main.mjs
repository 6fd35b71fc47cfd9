// What a programmer writes to find out which way is fastest, without a benchmark suite: run the batch each way until it
// is warm, then time one batch of each in a random order, again and again. Takes any scenario file and shares no code
// with the suite. Over IPC, one answer for each message, so that the rounds of both can take turns.
// Arguments: FILE ORIGIN WARM_MS WAY…

import { allAtOnce, loadWork, oneByOne, piscina, twoWorkers } from './ways.mjs';

const [file, origin, warmMs, ...names] = process.argv.slice(2);
const work = await loadWork(file, origin);
const open = { oneByOne, allAtOnce, twoWorkers, piscina };
const ways = [];
for (const name of names) ways.push({ name, runBatch: await open[name](work) });

async function timed({ runBatch }) {
  const fromMs = performance.now();
  await runBatch();
  return performance.now() - fromMs;
}

for (const way of ways) {
  for (let spentMs = 0; spentMs < Number(warmMs); ) spentMs += await timed(way);
}
process.on('message', async () => {
  const times = {};
  const order = ways.map((way) => ({ way, at: Math.random() })).sort((one, other) => one.at - other.at);
  for (const { way } of order) times[way.name] = await timed(way);
  process.send(times);
});
process.on('disconnect', () => process.exit());
process.send('ready');

// Which strategy wins for one scenario, and by how much?
//
//   node winner.ts [scenario]      an id, or the path of a file of your own

import { runScenario } from 'overlap-bench';

const { report } = await runScenario(process.argv[2] ?? 'download-pages', {
  strategies: ['sequential', 'gather', 'pool'],
  budgetMs: 5_000,
  onProgress: ({ phase, round, roundCount }) => console.error(`${phase}: ${round} of ${roundCount} rounds`),
});

for (const { title, winner, rows, why } of report.scenarios) {
  const speedup = rows.find(({ name }) => name === winner?.name)?.speedup;
  console.log(
    `${title}: ${winner?.name ?? 'undecided'}${speedup ? `, ${speedup.ratio.toFixed(1)} times as fast` : ''}`,
  );
  console.log(why);
}

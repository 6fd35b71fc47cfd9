// What stands below the flags of each command: lines to copy. A test reads every one as the program would.

/** Lines of a shell, by the command that they show. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  run: [
    'overlap run                                          # the scenarios that come with the package, in about a minute',
    'overlap run ./my.scenario.ts --save before.json      # your own',
    "overlap run 'bench/**/*.ts' --tag db --quick         # of many, those with a tag",
    'overlap run download-pages --concurrency 4,8         # a row for each limit',
    'overlap run ./my.scenario.ts --strategy sequential,gather --budget 5m',
    'overlap run ./my.scenario.ts --import tsx            # TypeScript that takes more than leaving out its types',
  ],
  list: ['overlap list', 'overlap list --kind io --format json'],
  show: ['overlap show before.json --details', 'overlap show before.json --format markdown --out report.md'],
  compare: ['overlap compare before.json after.json', 'overlap compare before.json after.json --margin 10% --strict'],
  serve: ['overlap serve', 'overlap serve --in-service-limit 4 --queue-limit 100'],
  preflight: ['overlap preflight', 'overlap preflight --threads 4 --json'],
  init: ['overlap init', 'overlap init bench/lookups.scenario.mjs'],
  complete: ['overlap complete bash'],
};

// What stands below the flags of each command: lines to copy. A test reads every one as the program would.

/** Lines of a shell, by the command that they show. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  run: [
    'overlap run                                          # the scenarios that come with the package, in about a minute',
    'overlap run ./my.scenario.ts --save before.json      # your own',
    "overlap run 'bench/**/*.ts' --tag db --quick         # of many, those with a tag",
    'overlap run download-pages --concurrency 4,8         # a row for each limit',
    "overlap run ./my.scenario.ts --on-port 'node shop.mjs' # against a server that the run starts",
    'overlap run ./my.scenario.ts --param pages=40        # with another value of a parameter of its own',
    'overlap run ./my.scenario.ts --strategy sequential,gather --budget 5m',
    'overlap run ./my.scenario.ts --import tsx            # TypeScript that takes more than leaving out its types',
  ],
  predict: [
    'overlap predict slow-answers --quick                 # asks, then measures',
    "overlap predict slow-answers --quick --guess 'gather=20,pool=2' --why 'two threads wait for two'",
    'overlap predict count-primes --against before.json --guess gather=1,pool=1.7 # measures nothing',
    'overlap predict --guess-file mine.json --against after.json # scores a guess that was made before',
  ],
  guesses: [
    'overlap guesses class/1.json class/2.json            # a histogram for each strategy',
    'overlap guesses class/*.json --format csv --out class.csv',
  ],
  list: ['overlap list', 'overlap list --kind io --format json'],
  show: ['overlap show before.json --details', 'overlap show before.json --format markdown --out report.md'],
  compare: [
    'overlap compare .overlap/history/ head.json          # against the mean of past runs',
    'overlap compare bench:runs.jsonl head.json           # which are on a branch',
    'overlap compare before.json after.json --history bench-history/ --margin 10% --strict',
  ],
  baseline: [
    'overlap baseline add main.json                       # keeps a run of the main branch',
    'overlap baseline add main.json --history bench:runs.jsonl # on a branch; says how to push it',
    'overlap baseline list',
    'overlap baseline health --format json',
    'overlap baseline prune --keep 100',
  ],
  hunt: [
    'overlap hunt                                         # the ten',
    'overlap hunt 1                                       # the task; writes the program, and judges it from then on',
    'overlap hunt 1 mine.mjs --seed 7                     # another file, with the hidden figures of a seed',
  ],
  serve: ['overlap serve', 'overlap serve --in-service-limit 4 --queue-limit 100'],
  learn: [
    'overlap learn                                        # all lessons, a few lines for each',
    'overlap learn 3                                      # a question, and what to type',
    'overlap learn 3 --answer                             # what there was to see, and one thing to change',
    'overlap learn 3 --against lesson-3.json              # does this run show it?',
  ],
  preflight: ['overlap preflight', 'overlap preflight --threads 4 --json'],
  init: ['overlap init', 'overlap init bench/lookups.scenario.mjs'],
  complete: ['overlap complete bash'],
};

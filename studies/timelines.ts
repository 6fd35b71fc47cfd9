// What does it cost to keep the tasks of samples, and how much of their time is put down to something? Costs are measured as
// what they are, calls in a loop, and as what they do to batches that are written down and not written down in turn. Times
// of tasks come from a document.

import { monotonicMs } from '../src/arm/clock.ts';
import { KeptSpans } from '../src/arm/tasks/spans/kept-spans.ts';
import { startSpan, type TaskSpan } from '../src/arm/tasks/spans/task-span.ts';
import { readDocument } from '../src/document/store.ts';
import type { TimelineReport } from '../src/model/report/timeline-report.ts';
import { buildTimelines } from '../src/report/timelines/build-timelines.ts';
import { median } from '../src/stats/quantile.ts';
import type { Study } from './study.ts';
import { drawTable, percent } from './table.ts';
import { type OnOff, onOff } from './timelines/on-off.ts';

const PAIR_COUNT = { quick: 200, long: 1_000 };
const REPEATS = 30;
const CALLS = 20_000;
/** Asked and got; the end of the waiting part. */
const READS_EACH_TASK = 3;
const TASK_COUNTS = [20, 256, 10_000];
/** The shortest task for which recording is promised to be cheap. */
const TASK_MS = 1;

export const study: Study = {
  id: 'timelines',
  question: 'What does it cost to keep the tasks of samples, and how much of their time is put down to something?',
  async run({ documentPath = 'results/examples/two-cores.json', long, write }) {
    const compared = await onOff(long ? PAIR_COUNT.long : PAIR_COUNT.quick, write);
    const recordNs = recordingNs();
    const keepMs = TASK_COUNTS.map((taskCount) => ({ taskCount, keepMs: keepingMs(taskCount) }));
    const arms = buildTimelines(await readDocument(documentPath)).flatMap(({ scenarioId, timelines }) =>
      timelines.map((timeline) => ({
        name: `${scenarioId} ${timeline.name}, ${timeline.reason}`,
        ...shares(timeline),
      })),
    );
    const least = Math.min(...arms.map(({ leastRatio }) => leastRatio));
    const rows = arms.map(({ name, taskCount, knownRatio, leastRatio, faultCount }) => [
      name,
      `${taskCount}`,
      percent(knownRatio, 2),
      percent(leastRatio, 2),
      `${faultCount}`,
    ]);
    const text = [
      `Inside the window a task with one request is recorded in ${recordNs.toFixed(0)} ns: ${percent(recordNs / 1e6 / TASK_MS, 3)} of a task of ${TASK_MS} ms.`,
      `After it, a batch is packed in ${keepMs.map((each) => `${each.keepMs.toFixed(2)} ms (${each.taskCount} tasks)`).join(', ')}.`,
      ...onOffLines(compared),
      `Of the time of tasks in ${documentPath}:`,
      drawTable(['arm', 'tasks', 'put down to\nsomething', 'least of\na task', 'faults'], rows),
      `Put down to something: all but what was held up outside. Least of all tasks: ${percent(least, 2)}.`,
    ].join('\n');
    return { text, json: { onOff: compared, recordNs, keepMs, arms } };
  },
};

function onOffLines(compared: readonly OnOff[]): string[] {
  const ratio = ({ ratio, low, high }: OnOff['makespan']) =>
    `${ratio.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
  const rows = compared.map(({ name, taskCount, offMs, makespan, withPacking }) => [
    name,
    `${taskCount}`,
    `${offMs.toFixed(2)} ms`,
    ratio(makespan),
    ratio(withPacking),
  ]);
  const pairCount = Math.max(...compared.map(({ makespan }) => makespan.pairCount));
  return [
    `The same batches with recording on over off, in turn, ${pairCount} pairs each (median ratio, 95 % interval):`,
    drawTable(['batch', 'tasks', 'off', 'makespan', 'and packing'], rows),
  ];
}

/** What the window of a batch gets longer by for each task: clock reads, and noting what they said. */
function recordingNs(): number {
  return median(
    Array.from({ length: REPEATS }, () => {
      const fromNs = process.hrtime.bigint();
      for (let call = 0; call < CALLS; call++) {
        const requests: number[] = [];
        const instants = Array.from({ length: READS_EACH_TASK }, monotonicMs);
        requests.push(instants[0] as number, 1, 2, 3, instants[1] as number);
      }
      return Number(process.hrtime.bigint() - fromNs) / CALLS;
    }),
  );
}

function keepingMs(taskCount: number): number {
  const spans = Array.from(
    { length: taskCount },
    (_, index): TaskSpan => ({
      ...startSpan(1_000 + index / 100),
      requests: [1_001, 1_002, 1_003, 1_004, 1_005],
      endedMs: 1_010 + index / 100,
    }),
  );
  const kept = new KeptSpans();
  return median(
    Array.from({ length: REPEATS }, (_, batch) => {
      const fromMs = monotonicMs();
      kept.keep(batch, spans, () => false, { fromMs: 1_000, toMs: 1_200 });
      return monotonicMs() - fromMs;
    }),
  );
}

function shares({ tasks, faults }: TimelineReport) {
  const perTask = tasks.map(({ segments }) => {
    const spentUs = (isMeant: (kind: string) => boolean) =>
      segments.reduce((sum, { kind, fromUs, toUs }) => sum + (isMeant(kind) ? toUs - fromUs : 0), 0);
    return { wholeUs: spentUs(() => true), knownUs: spentUs((kind) => kind !== 'held up') };
  });
  const sum = (of: 'wholeUs' | 'knownUs') => perTask.reduce((total, each) => total + each[of], 0);
  return {
    taskCount: tasks.length,
    knownRatio: sum('knownUs') / sum('wholeUs'),
    leastRatio: Math.min(...perTask.map(({ knownUs, wholeUs }) => knownUs / wholeUs)),
    faultCount: faults.length,
  };
}

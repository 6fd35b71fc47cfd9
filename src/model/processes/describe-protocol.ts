// What the runner and the process that describes scenarios say to each other over IPC: one file asked for, one answer.

import type { ScenarioSummary } from '../scenario.ts';

export interface DescribeRequest {
  readonly id: string;
  readonly url: string;
}

/** The first message: the process has started, and with it whatever the user wants to be loaded first. */
export interface DescriberReady {
  readonly type: 'ready';
}

/** What the file holds, or why it cannot be run: the parts of a `BenchError`. */
export type DescribeReply =
  | { readonly id: string; readonly summary: ScenarioSummary }
  | {
      readonly id: string;
      readonly refused: { readonly code: string; readonly message: string; readonly hint: string };
    };

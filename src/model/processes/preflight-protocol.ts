// What the runner asks of the process that probes this machine: its price list once, its cores whenever an epoch begins.

import type { Preflight } from '../document/document.ts';

/** One question; `threadCount` is how many threads are asked about, 0 where no arm uses workers. */
export type PreflightRequest =
  | { readonly type: 'prices'; readonly origin: string; readonly threadCount: number }
  | { readonly type: 'cores'; readonly threadCount: number };

/** The answer to it, or why there is none. */
export type PreflightReply =
  | { readonly type: 'prices'; readonly preflight: Preflight }
  | { readonly type: 'cores'; readonly effectiveCores: number }
  | { readonly type: 'failed'; readonly message: string };

// What the checker and the process of a learner's program say to each other over IPC: load the file, then run it
// once; flush after each.

import type { ServerAddress } from '../../model/server/server-address.ts';
import type { LearnerRecord } from '../facts.ts';

export type LearnerRequest =
  | { readonly type: 'load'; readonly url: string }
  | { readonly type: 'run'; readonly inputs: object; readonly server: ServerAddress }
  /** Wait until all that was printed has been taken. */
  | { readonly type: 'flush' };

export type LearnerReply =
  | { readonly type: 'loaded' }
  /** Nothing in the file can be run: why, and what to do. */
  | { readonly type: 'refused'; readonly how: string; readonly hint: string }
  | { readonly type: 'ran'; readonly record: LearnerRecord }
  | { readonly type: 'flushed' };

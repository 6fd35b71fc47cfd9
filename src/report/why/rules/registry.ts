// Which explanations there are, in the order in which they are asked: from the limits that make all strategies alike to the
// mechanisms that tell them apart, and last what can always be said. To add one: write its file, add its line.

import type { WhyRule } from '../story.ts';
import { cappedRule } from './capped.ts';
import { computingRule } from './computing.ts';
import { elsewhereRule } from './elsewhere.ts';
import { handoverRule } from './handover.ts';
import { heldUpRule } from './held-up.ts';
import { plainRule } from './last-resorts/plain.ts';
import { simplestRule } from './last-resorts/simplest.ts';
import { loopBusyRule } from './loop-busy.ts';
import { overlapBothRule } from './overlap-both.ts';
import { queuedRule } from './queued.ts';
import { serverBoundRule } from './server-bound.ts';
import { waitingRule } from './waiting.ts';

/** Every rule, in the order in which they are asked. */
export const whyRules: readonly WhyRule[] = [
  serverBoundRule,
  cappedRule,
  handoverRule,
  queuedRule,
  overlapBothRule,
  loopBusyRule,
  heldUpRule,
  waitingRule,
  elsewhereRule,
  computingRule,
  simplestRule,
  plainRule,
];

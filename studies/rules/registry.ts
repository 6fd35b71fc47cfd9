// Every rule, in the order in which tables list them: what others do, then what this suite does.

import { asv } from './asv.ts';
import { criterion } from './criterion.ts';
import { mannWhitney } from './mann-whitney.ts';
import { meanTenPercent } from './mean-ten-percent.ts';
import { oursBetting, oursPlanned, oursWatched } from './ours.ts';
import type { Rule } from './rule.ts';
import { tachometer } from './tachometer.ts';
import { welchBlocked, welchInterleaved } from './welch.ts';

export const RULES: readonly Rule[] = [
  meanTenPercent,
  welchBlocked,
  mannWhitney(10),
  mannWhitney(20),
  mannWhitney(100),
  criterion,
  asv,
  welchInterleaved,
  tachometer,
  oursBetting,
  oursPlanned({ epochCount: 2, epochRounds: 6 }),
  oursPlanned({ epochCount: 3, epochRounds: 10 }),
  oursPlanned({ epochCount: 20, epochRounds: 30 }),
  oursWatched({ epochCount: 3, epochRounds: 20 }),
  oursWatched({ epochCount: 20, epochRounds: 30 }),
];

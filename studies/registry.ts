// Every study, in the order in which help lists them. To add one: write its file, add its line.

import { study as bias } from './bias.ts';
import { study as capacity } from './capacity.ts';
import { study as coverage } from './coverage.ts';
import { study as falseAlarms } from './false-alarms.ts';
import { study as fidelity } from './fidelity.ts';
import { study as overhead } from './overhead.ts';
import { study as power } from './power.ts';
import { study as predictions } from './predictions.ts';
import type { Study } from './study.ts';

export const STUDIES: readonly Study[] = [
  overhead,
  falseAlarms,
  power,
  coverage,
  bias,
  fidelity,
  capacity,
  predictions,
];

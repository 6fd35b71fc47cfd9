// Every study, in the order in which help lists them. To add one: write its file, add its line.

import { study as bias } from './belief/bias.ts';
import { study as coverage } from './belief/coverage.ts';
import { study as falseAlarms } from './belief/false-alarms.ts';
import { study as fewRounds } from './belief/few-rounds.ts';
import { study as leaving } from './belief/leaving.ts';
import { study as offsets } from './belief/offsets.ts';
import { study as power } from './belief/power.ts';
import { study as roundNoise } from './belief/round-noise.ts';
import { study as toDecide } from './belief/to-decide.ts';
import { study as contradictions } from './contradictions.ts';
import { study as documents } from './documents.ts';
import { study as capacity } from './fixture/capacity.ts';
import { study as cold } from './fixture/cold.ts';
import { study as fidelity } from './fixture/fidelity.ts';
import { study as gate } from './gate.ts';
import { study as neighbour } from './neighbour.ts';
import { study as overhead } from './overhead.ts';
import { study as predictions } from './predictions.ts';
import { study as storedBaseline } from './stored-baseline.ts';
import type { Study } from './study.ts';
import { study as timelines } from './timelines.ts';
import { study as turns } from './truth/turns.ts';
import { study as truth } from './truth.ts';
import { study as vitestProvider } from './vitest-provider.ts';
import { study as warmup } from './warmup.ts';

export const STUDIES: readonly Study[] = [
  overhead,
  timelines,
  falseAlarms,
  power,
  storedBaseline,
  fewRounds,
  roundNoise,
  leaving,
  offsets,
  coverage,
  bias,
  fidelity,
  capacity,
  cold,
  predictions,
  neighbour,
  documents,
  toDecide,
  contradictions,
  truth,
  turns,
  warmup,
  vitestProvider,
  gate,
];

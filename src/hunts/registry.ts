// All hunts, in order. To add one: a file in hunts/ here, its broken program in hunts/ of the repository, a line below.

import type { Hunt } from './hunt.ts';
import { catalogue } from './hunts/01-catalogue.ts';
import { total } from './hunts/02-total.ts';
import { readings } from './hunts/03-readings.ts';
import { busyPeer } from './hunts/04-busy-peer.ts';
import { turns } from './hunts/05-turns.ts';
import { door } from './hunts/06-door.ts';
import { threads } from './hunts/07-threads.ts';
import { whoIsSlow } from './hunts/08-who-is-slow.ts';
import { alarm } from './hunts/09-alarm.ts';
import { tryAgain } from './hunts/10-try-again.ts';

export const HUNTS: readonly Hunt[] = [
  catalogue,
  total,
  readings,
  busyPeer,
  turns,
  door,
  threads,
  whoIsSlow,
  alarm,
  tryAgain,
];

// The shapes of schedules that the golden set plays, by the name it plays them under. Written here once more, so that the
// check does not take the strategies' word for what they are.

import type { Shape } from '../../model/shape.ts';

const onLoop = (waits: Shape['waits']): Shape => ({
  waits,
  waitsOn: 'loop',
  computesOn: 'loop',
  perMessage: 'nothing',
});

export const SHAPES = {
  sequential: onLoop('one'),
  gather: onLoop('all'),
  bounded: onLoop('bounded'),
  batches: onLoop('batches'),
  pool: { waits: 'one', waitsOn: 'workers', computesOn: 'workers', perMessage: 'task' },
  'gather+pool': { waits: 'all', waitsOn: 'loop', computesOn: 'workers', perMessage: 'task' },
} as const satisfies Record<string, Shape>;

export type Played = keyof typeof SHAPES;

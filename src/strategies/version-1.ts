// What the strategies did whose results were saved in version 1 of the file format, which recorded their names only. History:
// a strategy that changes today changes nothing here.

import type { Shape } from '../model/shape.ts';

/** Shapes by the id that a document of version 1 holds. */
export const SHAPES_OF_VERSION_1: ReadonlyMap<unknown, Shape> = new Map([
  ['sequential', { waits: 'one', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' }],
  ['gather', { waits: 'all', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' }],
  ['bounded', { waits: 'bounded', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' }],
  ['pool', { waits: 'one', waitsOn: 'workers', computesOn: 'workers', perMessage: 'task' }],
  ['gather+pool', { waits: 'all', waitsOn: 'loop', computesOn: 'workers', perMessage: 'task' }],
]);

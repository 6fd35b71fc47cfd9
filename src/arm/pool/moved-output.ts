// What a worker hands back of which some is to move instead of being copied. Loaded only where a scenario asks for it.

import { Piscina } from 'piscina';
import type { Movable } from '../../model/scenario.ts';

/** The value as piscina wants it told what moves. */
export function movedWith<T extends object>(value: T, moved: readonly Movable[]): T {
  const told = { [Piscina.transferableSymbol]: [...moved], [Piscina.valueSymbol]: value };
  return Piscina.move(told as unknown as ArrayBuffer) as unknown as T;
}

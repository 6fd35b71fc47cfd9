// The waiting and the computing part of one task, each writing down what it cost. Used by the arm's main thread and by
// its pool workers alike, so that a strategy cannot change what a task is.

import type { HttpClient } from '../../http.ts';
import type { Scenario } from '../../model/scenario.ts';
import { monotonicMs } from '../clock.ts';
import type { TaskSpan } from './task-span.ts';

/** Runs the waiting part, if there is one, and returns what the computing part needs. */
export async function runIo(
  scenario: Scenario,
  input: unknown,
  client: HttpClient,
  signal: AbortSignal,
  span: TaskSpan,
): Promise<unknown> {
  if (!scenario.io) return input;
  const fromMs = monotonicMs();
  const value = await scenario.io(input, {
    signal,
    async get(path) {
      span.requestCount += 1;
      const answer = await client.get(path, signal);
      const { receivedMs, queuedMs, deliveredMs, bodyMs, cpuMs } = answer.timing;
      span.served.push(receivedMs, receivedMs + queuedMs + deliveredMs + bodyMs);
      span.serverCpuMs += cpuMs;
      return answer;
    },
  });
  span.ioMs = monotonicMs() - fromMs;
  return value;
}

/** Runs the computing part, if there is one, and returns the task's output. */
export function runCpu(scenario: Scenario, value: unknown, span: TaskSpan): unknown {
  if (!scenario.cpu) return value;
  const fromMs = monotonicMs();
  const output = scenario.cpu(value);
  span.computeWallMs = monotonicMs() - fromMs;
  return output;
}

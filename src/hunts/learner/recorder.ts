// Notes what a program does, each thing at its place in the order of everything: an order is the same on a busy machine as on
// an idle one, a time is not.

import type { Answer } from '../../model/server/answer.ts';
import type { AskedRequest, Computed, Job, LearnerRecord, Outcome } from '../facts.ts';

/** A program that asks or computes more often will not come to an end. */
const MOST_REQUESTS = 500;
const MOST_SUMS = 5_000;
/** Whoever has left more to nobody has been told enough. */
const MOST_UNHANDLED = 500;

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** A request whose end is to be noted. */
export type OpenRequest = Writable<AskedRequest>;

export class Recorder {
  #order = 0;
  readonly #requests: OpenRequest[] = [];
  readonly #jobs: Writable<Job>[] = [];
  readonly #unhandled: string[] = [];
  readonly #computed: Computed[] = [];
  threadStartCount = 0;
  clientCount = 0;

  /** Throws an Error when a program asks without end. */
  asks(path: string, blocking: boolean): OpenRequest {
    if (this.#requests.length >= MOST_REQUESTS) throw new Error(`more than ${MOST_REQUESTS} requests in one run`);
    const request: OpenRequest = {
      ...{ path, blocking, asked: this.#order++, ended: null, givenUp: false },
      ...{ status: null, retryAfterMs: null, characterCount: null },
      ...{ receivedMs: null, sentMs: null, seenMs: null },
    };
    this.#requests.push(request);
    return request;
  }

  /** Notes the answer as the program gets it. */
  answered(
    request: OpenRequest,
    { status, headers, timing }: Omit<Answer, 'bytes' | 'text' | 'json'>,
    text: string,
    seenMs: number,
  ): void {
    request.ended = this.#order++;
    request.status = status;
    request.characterCount = text.length;
    request.retryAfterMs = 'retry-after' in headers ? Number(headers['retry-after']) * 1_000 : null;
    request.receivedMs = timing.receivedMs;
    request.sentMs = timing.receivedMs + timing.queuedMs + timing.deliveredMs;
    request.seenMs = seenMs;
  }

  /** Notes that there will be no answer. */
  failed(request: OpenRequest): void {
    request.ended = this.#order++;
  }

  /** Throws an Error when a program computes without end. */
  computes(span: Computed): void {
    this.#assertMoreSums();
    this.#computed.push(span);
  }

  /** Returns what notes the end. Throws as `computes` does. */
  handsOver(): () => void {
    this.#assertMoreSums();
    const job: Writable<Job> = { asked: this.#order++, ended: null };
    this.#jobs.push(job);
    return () => {
      job.ended = this.#order++;
    };
  }

  isUnhandled(message: string): void {
    if (this.#unhandled.length < MOST_UNHANDLED) this.#unhandled.push(message);
  }

  #assertMoreSums(): void {
    if (this.#jobs.length + this.#computed.length < MOST_SUMS) return;
    throw new Error(`more than ${MOST_SUMS} sums in one run`);
  }

  /** The place of this moment in the order. */
  now(): number {
    return this.#order++;
  }

  /** Changes with everything that happens, and says whether something is under way. */
  get activity(): { readonly count: number; readonly underWay: boolean } {
    const underWay = [...this.#requests, ...this.#jobs].some(({ ended }) => ended === null);
    return { count: this.#order, underWay };
  }

  record(outcome: Outcome, settledAt: number, refused: string | null): LearnerRecord {
    const { threadStartCount, clientCount } = this;
    const [requests, computed, jobs, unhandled] = [this.#requests, this.#computed, this.#jobs, this.#unhandled];
    return { outcome, settledAt, requests, computed, jobs, threadStartCount, clientCount, unhandled, refused };
  }
}

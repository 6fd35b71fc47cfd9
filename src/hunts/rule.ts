// What a learner's program may not do, in the words of its guard and of its judge.

export const RULE =
  'a program of a hunt reaches this machine alone (localhost, 127.0.0.1, ::1) and starts no other program';

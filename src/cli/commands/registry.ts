// All commands, in the order of help: what each is called and is for. Its flags are declared when somebody asks for them, since
// help names every command and nobody runs more than one.

import type { Command } from 'commander';
import type { LoadAction } from './load-action.ts';

export interface CommandEntry {
  readonly name: string;
  /** One line of help. */
  readonly description: string;
  /** Loads what declares its arguments and flags. */
  readonly load: () => Promise<(perform: LoadAction) => Command>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'run',
    description: 'measure scenarios under every strategy, save the result, print the comparison',
    load: async () => (await import('./measuring/run.ts')).runCommand,
  },
  {
    name: 'predict',
    description: 'guess first: then see theory, the measurement and your score side by side',
    load: async () => (await import('./teaching/predict.ts')).predictCommand,
  },
  {
    name: 'guesses',
    description: 'what a class guessed: a histogram for each strategy, or CSV',
    load: async () => (await import('./teaching/guesses.ts')).guessesCommand,
  },
  {
    name: 'init',
    description: 'write a scenario to start from, in the style of the project around it',
    load: async () => (await import('./starting/init.ts')).initCommand,
  },
  {
    name: 'list',
    description: 'list scenarios, of your own or shipped, and strategies',
    load: async () => (await import('./starting/list.ts')).listCommand,
  },
  {
    name: 'show',
    description: 'print saved results',
    load: async () => (await import('./show.ts')).showCommand,
  },
  {
    name: 'gate',
    description: 'measure two versions side by side; exit 1 on a regression or a cell that now fails',
    load: async () => (await import('./judging/gate.ts')).gateCommand,
  },
  {
    name: 'compare',
    description: 'judge a saved result by past runs, cell by cell; exit 1 on a regression or a cell that now fails',
    load: async () => (await import('./judging/compare.ts')).compareCommand,
  },
  {
    name: 'baseline',
    description: 'look after the past runs that compare judges by: add, list, prune, health',
    load: async () => (await import('./judging/baseline.ts')).baselineCommand,
  },
  {
    name: 'hunt',
    description: 'find what is wrong with ten small programs; runs yours and says what it shows',
    load: async () => (await import('./teaching/hunt.ts')).huntCommand,
  },
  {
    name: 'serve',
    description: 'run the fixture server alone, on loopback, until Ctrl-C',
    load: async () => (await import('./measuring/serve.ts')).serveCommand,
  },
  {
    name: 'learn',
    description: 'twelve lessons: a question, a command to run, and what there is to see',
    load: async () => (await import('./teaching/learn.ts')).learnCommand,
  },
  {
    name: 'preflight',
    description: 'measure what this machine charges: cores, requests, timers, threads, copies',
    load: async () => (await import('./measuring/preflight.ts')).preflightCommand,
  },
  {
    name: 'complete',
    description: 'print completions for a shell: bash, zsh, fish',
    load: async () => {
      const { completeCommand } = await import('./starting/complete.ts');
      return (perform) => completeCommand(perform, COMMANDS);
    },
  },
];

import type { ChildProcess } from 'node:child_process';

const living = new Set<ChildProcess>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Spawn options that make a child the head of its own process group, so that it can be killed with all that it starts. */
export const ownGroup: { readonly detached: boolean } = { detached: process.platform !== 'win32' };

const killGroup = ({ pid }: ChildProcess): void => {
  try {
    process.kill(ownGroup.detached ? -pid! : pid!, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
};

/** Kills a child at once, with what it has started itself. Nothing happens if it has ended, or is not in `killOnExit`. */
export const killTree = (child: ChildProcess): void => {
  if (living.has(child)) killGroup(child);
};

const killAll = (): void => {
  for (const child of living) killGroup(child);
};

const forget = (): void => {
  process.off('exit', killAll);
  for (const signal of signals) process.off(signal, onSignal);
};

/** After the children the signal ends this process too, as if nobody had listened, unless somebody else does. */
const onSignal = (signal: NodeJS.Signals): void => {
  killAll();
  forget();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
};

/**
 * Sees to it that a child, spawned with `ownGroup`, does not outlive this process, however this one ends (but for
 * SIGKILL), and that what the child has started itself does not outlive the child.
 */
export const killOnExit = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  if (living.size === 0) {
    process.on('exit', killAll);
    for (const signal of signals) process.on(signal, onSignal);
  }
  living.add(child);
  child.once('exit', () => {
    killGroup(child);
    living.delete(child);
    if (living.size === 0) forget();
  });
};

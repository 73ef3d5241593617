/** Whether ops are recorded. */
let recording = true;

export const gradModeEnabled = (): boolean => recording;

/** Runs `run` with recording on or off. */
export function withGradMode<R>(on: boolean, run: () => R): R {
  const before = recording;
  recording = on;
  try {
    return run();
  } finally {
    recording = before;
  }
}

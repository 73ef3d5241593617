/** Why a process ended, with what it said last on stderr. V8 says what was fatal amid much else. */
export const causeOfDeath = (complaints: string, code: number | null, signal: NodeJS.Signals | null): string => {
  const lines = complaints.trim().split('\n');
  const why = (lines.find((line) => line.startsWith('FATAL ERROR: ')) ?? lines.at(-1)!).slice(0, 400);
  return `the process ended (${signal ?? `exit ${code}`})${why === '' ? '' : `: ${why}`}`;
};

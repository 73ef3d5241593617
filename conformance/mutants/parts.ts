/** Random programs on all cores: each process takes its part of the seats, and starts the oracles that it holds them to. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { reachable, speakerOf } from './fuzzed.ts';
import { pytorchOracles, referenceOracle } from './oracles.ts';
import type { Mutant } from './score.ts';

/** How many programs a mutant has to survive. Of those that are noticed the last one is after 1,700, and all but six after 350. */
const RUNS = 2048;

const self = fileURLToPath(import.meta.url);

export interface Fates {
  readonly mutants: readonly Mutant[];
  /** Whose word they are held to. */
  readonly oracles: readonly string[];
}

/** The fates of the mutants of these seats, held to the reference and to every PyTorch that is found. */
const partOf = async (seats: ReadonlySet<string>): Promise<Fates> => {
  const pytorch = await pytorchOracles(process.env);
  const oracles = [referenceOracle, ...pytorch];
  const mutants: Mutant[] = [];
  for (const { seat, fates } of reachable()) if (seats.has(seat)) mutants.push(...(await fates(RUNS, oracles)));
  await Promise.all(pytorch.map(({ close }) => close()));
  return { mutants, oracles: oracles.map(speakerOf) };
};

const inChild = (seats: readonly string[]): Promise<Fates> =>
  new Promise((resolve, reject) => {
    const child = fork(self, seats);
    child.once('message', (fates) => resolve(fates as Fates));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0) reject(new TypeError(`the mutants of ${seats[0]} and others ended with exit code ${code}`));
    });
  });

/** The fates of the mutants of the chosen seats, in the order of the seats. */
export const byPrograms = async (isChosen: (seat: string) => boolean, every = 1): Promise<Fates> => {
  const seats = reachable()
    .map(({ seat }) => seat)
    .filter(isChosen)
    .filter((_, i) => i % every === 0);
  const count = Math.min(seats.length, availableParallelism());
  const parts = Array.from({ length: count }, (_, k) => seats.filter((_, i) => i % count === k));
  const fates = await Promise.all(parts.map(inChild));
  const mutants = fates.flatMap((part) => part.mutants);
  mutants.sort((a, b) => seats.indexOf(a.seat) - seats.indexOf(b.seat));
  return { mutants, oracles: fates[0]?.oracles ?? [] };
};

if (process.argv[1] === self) process.send!(await partOf(new Set(process.argv.slice(2))));

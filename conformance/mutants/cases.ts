/** The mutants of the reference under the cases of the suite, on all cores. */
import { fileURLToPath } from 'node:url';
import adapter from '../adapters/reference/index.ts';
import { loadSuite } from '../load/suite.ts';
import type { Kind } from './kinds/kind.ts';
import { onAllCores, workOff } from './pool.ts';
import { tools } from './reference.ts';
import { asThirdParty, type Mutant, nameOf, score } from './score.ts';
import { seats } from './seats.ts';

/** Which mutants are looked into: of these seats, of these kinds (none: all), and of those only every so manieth. */
export interface Wanted {
  readonly seats: readonly string[];
  readonly kinds: readonly Kind[];
  readonly every: number;
}

const self = fileURLToPath(import.meta.url);
const library = asThirdParty(adapter);

const isWanted = ({
  seats: names,
  kinds,
  every,
}: Wanted): ((seat: string, mutation: string, kind: Kind) => boolean) => {
  const chosen = seats(library)
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .flatMap(({ name, mutations }) =>
      mutations
        .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
        .map((mutation) => nameOf({ seat: name, mutation: mutation.name })),
    );
  const some = new Set(chosen.filter((_, i) => i % every === 0));
  return (seat, mutation) => some.has(nameOf({ seat, mutation }));
};

/** The fates of the mutants of the reference, run as a library of somebody else would be. */
export const byCases = async (wanted: Wanted): Promise<readonly Mutant[]> => {
  const is = isWanted(wanted);
  const names = seats(library)
    .filter(({ name, mutations }) => mutations.some((mutation) => is(name, mutation.name, mutation.kind)))
    .map(({ name }) => name);
  return (await onAllCores<Mutant[]>(self, [...new Set(names)], wanted)).flat();
};

if (process.argv[1] === self) {
  const { cases } = loadSuite();
  workOff(async (item: string, wanted: Wanted) => {
    const is = isWanted(wanted);
    return score(library, tools, cases, {
      seat: (name) => name === item,
      mutation: ({ name, kind }, seat) => is(seat, name, kind),
    });
  });
}

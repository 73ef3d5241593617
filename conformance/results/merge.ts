import type { Results } from '../reporters/index.ts';
import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';

/** Results with the file that they come from. */
export interface From {
  readonly file: string;
  readonly results: Results;
}

/** Results that are not the shards of one run. `incomplete`: they are, but some are missing. */
export class NotOneRun extends Error {
  readonly incomplete: boolean;
  constructor(message: string, incomplete = false) {
    super(message);
    this.name = 'NotOneRun';
    this.incomplete = incomplete;
  }
}

/** What all shards of a run have in common, in words. */
const commons: Readonly<Record<string, (results: Results) => string>> = {
  suite: ({ suite }) => `${suite.version} (${suite.digest.slice(0, 12)})`,
  adapter: ({ adapter }) => [adapter.name, adapter.version ?? ''].join(' ').trim(),
  tolerance: ({ tolerance }) => tolerance,
  'number of shards': ({ shard }) => String(shard?.of),
  'number of cases': ({ shard }) => String(shard?.cases),
};

const list = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'shard' : 'shards'} ${numbers.slice(0, 20).join(', ')}${numbers.length > 20 ? ', …' : ''}`;

const checkShards = (parts: readonly From[]): void => {
  const [first] = parts;
  const places = new Map<number, string>();
  for (const { file, results } of parts) {
    const { shard, suite, incomplete } = results;
    if (incomplete !== undefined) throw new NotOneRun(`${file} is incomplete: ${incomplete.why}`, true);
    if (shard === undefined) throw new NotOneRun(`${file} is no shard; expected the results of tconf run --shard`);
    for (const [what, of] of Object.entries(commons)) {
      const [one, other] = [of(first!.results), of(results)];
      if (one !== other) throw new NotOneRun(`${file} has another ${what} than ${first!.file}: ${other}, not ${one}`);
    }
    // The words above show the start of the digest alone.
    if (suite.digest !== first!.results.suite.digest) throw new NotOneRun(`${file} is of another suite`);
    const before = places.get(shard.index);
    if (before !== undefined) throw new NotOneRun(`${file} is shard ${shard.index} of ${shard.of}, as is ${before}`);
    places.set(shard.index, file);
  }
  const { of } = first!.results.shard!;
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((index) => !places.has(index));
  if (missing.length > 0) throw new NotOneRun(`${list(missing)} of ${of} missing`, true);
};

/**
 * The verdicts of all shards of one run, with their cases, in the order of the suite. Throws `NotOneRun` if a shard is
 * missing or there twice, if they are of different runs, or not of the suite whose cases are given.
 */
export const mergeShards = (
  parts: readonly From[],
  suite: { readonly digest: string; readonly cases: readonly Case[] },
): { readonly cases: readonly Case[]; readonly verdicts: readonly Verdict[] } => {
  checkShards(parts);
  const { results, file } = parts[0]!;
  if (results.suite.digest !== suite.digest)
    throw new NotOneRun(
      `${file} is of the suite ${results.suite.digest.slice(0, 12)}, which is not the one here, ${suite.digest.slice(0, 12)}; expected the version and the --fixtures that were run`,
    );
  const found = new Map<string, Verdict>();
  for (const { file: from, results: part } of parts) {
    for (const verdict of part.cases) {
      if (found.has(verdict.id)) throw new NotOneRun(`${from} holds ${verdict.id}, which another shard holds too`);
      found.set(verdict.id, verdict);
    }
  }
  const cases = suite.cases.filter(({ id }) => found.has(id));
  const due = results.shard!.cases;
  if (found.size !== due || cases.length !== due)
    throw new NotOneRun(`the shards hold ${cases.length} of the ${due} cases that were chosen`, true);
  return { cases, verdicts: cases.map(({ id }) => found.get(id)!) };
};

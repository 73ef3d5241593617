/** The suite as tests of Vitest: `tensor-conformance/vitest`. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Adapter } from '../adapter/contract.ts';
import type { Tier } from '../compare/bound.ts';
import { listing, parseKnown } from '../known/index.ts';
import { loadSuite, shortPath } from '../load/suite.ts';
import type { Implementation } from '../run/implementation.ts';
import { inProcess } from '../run/in-process.ts';
import { runCases } from '../run/run-cases.ts';
import { select } from '../select/select.ts';
import type { Verdict } from '../values/verdict.ts';
import { conclude, type KnownCases, knownEnding, type TestEnding, testEnding, wholeEnding } from './ending.ts';

/** Which cases become tests, and how they are judged. */
export interface ConformanceOptions {
  /** Ids, topics (`ops/sum`), groups (`note`) or globs, as on the command line. Default: all cases. */
  readonly only?: string | readonly string[];
  /** The file of known failures. A case that it lists passes as long as it fails so, and fails once it does not. */
  readonly known?: string;
  /** Default: standard. */
  readonly tolerance?: Tier;
  /** A folder of fixtures, or one file. Default: the bundled suite. */
  readonly fixtures?: string;
  /** Milliseconds that a case may take. Default: Vitest's. What never yields is not stopped: `tconf run` does that. */
  readonly timeout?: number;
}

/**
 * One test per case, named by its id, under the library's name. A case that needs what the library lacks is skipped. Throws
 * `BrokenSuite` if the fixtures are broken and `NothingMatches` if a pattern names no case.
 */
export const describeConformance = <T>(
  adapter: Adapter<T>,
  { only = [], known, tolerance, fixtures, timeout }: ConformanceOptions = {},
): void => {
  const suite = loadSuite(fixtures);
  const cases = select(suite.cases, [only].flat());
  let listed: KnownCases | undefined;
  let faults: TestEnding = { is: 'passed' };
  if (known !== undefined) {
    const text = parseKnown(readFileSync(known, 'utf8'));
    const { byId, floors, stale, faults: clashes } = listing(text, suite.cases);
    listed = { file: shortPath(known), byId, floors };
    faults = knownEnding(listed.file, [...text.faults, ...clashes, ...stale]);
  }
  const options = tolerance === undefined ? {} : { tier: tolerance };

  describe(adapter.name, () => {
    let implementation: Implementation | undefined;
    beforeAll(async () => {
      implementation = await inProcess(adapter);
    });
    afterAll(async () => implementation?.close());

    if (listed !== undefined) test(`every line of ${listed.file} lists cases`, ({ skip }) => conclude(faults, skip));
    const ended: Verdict[] = [];
    for (const one of cases)
      test(one.id, timeout === undefined ? {} : { timeout }, async ({ skip }) => {
        const [verdict] = await runCases([one], suite.cases, implementation!, options);
        ended.push(verdict!);
        conclude(testEnding(one, verdict!, listed), skip);
      });
    test('some case passes, and what ran before still runs', ({ skip }) =>
      conclude(wholeEnding(ended, suite.cases, listed), skip));
  });
};

/** What is untrue of the corners on one PyTorch. */
import { behind, inOnePass, unrelated } from '../../../faults/unrelated.ts';
import type { Corner } from '../../../fuzz/excuse/corner.ts';
import { corners as openCorners } from '../../../fuzz/excuse/corners.ts';
import { inRange } from '../../../fuzz/excuse/range.ts';
import { type Compared, compare } from '../../../fuzz/hold/compare.ts';
import type { Implementation } from '../../../run/implementation.ts';
import { inProcess } from '../../../run/in-process.ts';
import { newest } from '../../../versions/index.ts';
import reference from '../../reference/index.ts';

const right = await inProcess(reference);
const faulty = await Promise.all(
  unrelated.map(async (fault) => ({ fault, library: await inProcess(fault.library()) })),
);

const told = (compared: Compared): string =>
  compared.status === 'skipped'
    ? `it is skipped: ${compared.corner ?? compared.why}`
    : compared.status === 'agrees'
      ? 'both sides agree'
      : `it differs: ${compared.verdict.message ?? compared.verdict.verdict}`;

/** Whether what differs is where the fault shows, and nothing else. */
const isFound = (compared: Compared, shows: readonly string[]): boolean =>
  compared.status === 'differs' &&
  (compared.verdict.mismatches ?? []).length > 0 &&
  compared.verdict.mismatches!.every(({ name }) => shows.includes(name));

/** The witness is excused by its corner, and differs without it; and a fault behind it is found. */
const faultsOf = async (
  corner: Corner,
  against: Implementation,
  all: readonly Corner[],
): Promise<readonly string[]> => {
  const { id, witness } = corner;
  const others = all.filter((one) => one !== corner);
  const faults: string[] = [];
  const without = await compare(witness, { tested: right, against, corners: others });
  if (without.status !== 'differs') faults.push(`${id} is not needed for its witness: ${told(without)}`);
  const waived = await compare(witness, { tested: right, against, corners: all });
  if (waived.status !== 'skipped' || waived.corner !== id)
    faults.push(`${id} does not excuse its witness: ${told(waived)}`);
  for (const { fault, library } of faulty)
    for (const program of [behind(witness, fault), inOnePass(witness, fault)]) {
      if (program === undefined) continue;
      const compared = await compare(program, { tested: library, against, corners: all });
      if (!isFound(compared, fault.shows)) faults.push(`${id} hides ${fault.title}: ${told(compared)}`);
    }
  return faults;
};

export interface CheckedCorners {
  /** How many of them a PyTorch of this version has. */
  readonly has: number;
  readonly faults: readonly string[];
}

/** Every corner held to what a PyTorch does: those that its version has, and those that it has no more. */
export const checkCorners = async (against: Implementation, own: readonly Corner[]): Promise<CheckedCorners> => {
  const all = [...openCorners, ...own];
  const { version = newest } = against;
  const faults: string[] = [];
  let has = 0;
  for (const corner of own) {
    if (inRange(version, corner.pytorch ?? '*')) {
      has++;
      faults.push(...(await faultsOf(corner, against, all)));
      continue;
    }
    const compared = await compare(corner.witness, { tested: right, against, corners: openCorners });
    if (compared.status === 'differs') faults.push(`${corner.id} is there in ${version} too, beyond ${corner.pytorch}`);
  }
  return { has, faults };
};

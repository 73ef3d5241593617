/** Wrong where an option is given, or two of them together. */
import type { Called } from '../calls/called.ts';
import { all, at, off } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import { type FaultsOf, hasElements } from './families.ts';

const kind = 'options';

/** What decides nothing of the elements. */
const SILENT: ReadonlySet<string> = new Set(['device', 'layout', 'requires_grad', 'index']);

const isGiven = ({ options }: Called, name: string): boolean => options[name] !== undefined && options[name] !== null;

/** By its page: the options that it takes, under the names that count. */
export const options: FaultsOf<Fault> = (page, op) => {
  if (!hasElements(page, op)) return [];
  const names = Object.keys(page.options).filter((name) => !SILENT.has(name) && !('alias' in page.options[name]!));
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
  return [
    ...pairs.map(
      ([a, b]): Fault => ({
        kind,
        name: `last element off where ${a} and ${b} are given`,
        when: (called) => isGiven(called, a) && isGiven(called, b),
        result: at((i, n) => i === n - 1, off),
      }),
    ),
    ...page.differentiable.flatMap((of) =>
      names
        .filter((name) => !(page.required ?? []).includes(name) && name !== 'out')
        .map(
          (name): Fault => ({
            kind,
            name: `gradient of ${of} off where ${name} is given`,
            when: (called) => isGiven(called, name),
            gradient: { of, change: all(off) },
          }),
        ),
    ),
  ];
};

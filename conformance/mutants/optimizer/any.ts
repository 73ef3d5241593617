/** What goes wrong in any optimizer, seen from outside: an option that is not heeded, a parameter that is passed over. */
import { pages } from '../../pages/pages.gen.ts';
import type { Call, Mutation, Tools } from '../mutation.ts';

const kind = 'optimizer';

interface Made {
  readonly step: Call;
}

/** Without that option. */
const unheeded = (option: string): Mutation => ({
  kind,
  name: `${option} not heeded`,
  suits: () => true,
  apply: (right, _, noted) => (params, given) => {
    const { [option]: dropped, ...options } = { ...(given as Readonly<Record<string, unknown>>) };
    if (dropped !== undefined) noted();
    return right(params, options);
  },
});

type Place = (place: number, count: number, step: number) => boolean;

/** What such a parameter was before the step, it is after it. */
const kept =
  (passes: Place): Mutation['apply'] =>
  (right: Call, { ops, withoutGraph }: Tools, noted) =>
  (params, options) => {
    const made = right(params, options) as Made;
    const all = params as readonly unknown[];
    let steps = 0;
    const step = (): void => {
      steps++;
      const passed = all.filter((_, place) => passes(place, all.length, steps));
      const before = passed.map((one) => ops.clone!(one, {}));
      made.step();
      for (const [k, one] of passed.entries()) ops.copy_!(one, before[k], {});
      if (passed.length > 0) noted();
    };
    return { ...made, step: () => void withoutGraph(step) };
  };

const passedOver = (name: string, passes: Place): Mutation => ({
  kind,
  name,
  suits: () => true,
  apply: kept(passes),
});

/** The gradient is reset with the step. */
const resetting: Mutation = {
  kind,
  name: '.grad reset by the step',
  suits: () => true,
  apply:
    (right, { setGrad }, noted) =>
    (params, options) => {
      const made = right(params, options) as Made;
      const step = (): void => {
        made.step();
        for (const p of params as readonly unknown[]) setGrad(p, null);
        noted();
      };
      return { ...made, step };
    },
};

/** Of the optimizer of that page. */
export const ofAny = (name: string): readonly Mutation[] => [
  ...Object.keys(pages[name]!.options).map(unheeded),
  passedOver('the second parameter passed over', (place) => place === 1),
  passedOver('nothing in the second step', (_, __, step) => step === 2),
  passedOver('nothing from the tenth step on', (_, __, step) => step > 9),
  resetting,
];

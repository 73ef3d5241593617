/** The ladder of a module: what there is of its function's for few elements. The others its function is asked. */
import type { Page } from '../../pages/page.ts';
import { type Call, type Calls, changed, givenTo } from '../call.ts';
import type { Group, Ladder } from '../ladder.ts';
import { allCalled } from './called.ts';

/** Of each group the second call, which has axes. */
const forms = ({ ranks = [] }: Ladder): Calls =>
  Object.fromEntries(
    ranks.map(({ id, calls }) => {
      const all = Object.values(calls);
      return [`_${id.replaceAll('-', '_')}`, all[1] ?? all[0]!];
    }),
  );

/** A call whose operands have all one shape, on squares: of these, no shape tells a turned gradient. */
const square = (call: Call | undefined): Calls => {
  const given = call === undefined ? [] : givenTo(call);
  const [rows] = given[0]?.tensor.shape ?? [];
  if (rows === undefined || given.some(({ tensor }) => tensor.shape.join() !== given[0]!.tensor.shape.join()))
    return {};
  return { _square: changed(call!, (one) => ({ ...one, tensor: { ...one.tensor, shape: [rows, rows] } })) };
};

/** The same groups, called through the module: few calls, those whose gradients are taken. */
const through = (module: Page, groups: readonly Group[] = []): readonly Group[] =>
  groups.map(({ gradients, ...group }) => ({ ...group, calls: allCalled(module, gradients ?? group.calls) }));

/** By the ladder of the function that a call of it amounts to. */
export const ladderOfModule = (module: Page, own: Ladder): Ladder => {
  const { gradients = {}, apart = [] } = own.layouts ?? {};
  const each = [gradients, ...apart.map((group) => group.gradients ?? group.calls)].flatMap((calls) =>
    Object.values(calls),
  );
  const all = { ...forms(own), ...square(each.at(-1)) };
  const called = allCalled(module, gradients);
  return {
    layouts: { values: called, gradients: called, apart: through(module, apart) },
    ranks: [{ id: 'forms', where: 'in each form of its function', calls: allCalled(module, all) }],
    second: allCalled(module, own.second ?? {}),
    secondApart: through(module, own.secondApart),
  };
};

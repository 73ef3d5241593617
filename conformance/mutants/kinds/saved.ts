/** What an op keeps for its gradient: copies, so that a later write goes unnoticed, or more than it needs. */
import type { Page } from '../../pages/page.ts';
import { bend } from '../calls/bend.ts';
import { type Form, replaced } from '../calls/called.ts';
import { type Fault, faultOf } from '../calls/fault.ts';
import type { Mutation, Tools } from '../mutation.ts';
import { writesTo } from './families.ts';

const kind = 'state';

/** Raised where PyTorch raises nothing. */
class Overcautious extends TypeError {}

const copies = (formIn: (tools: Tools) => Form): Mutation => ({
  kind,
  name: 'copies kept for its gradient',
  bends: true,
  suits: () => true,
  apply: (right, tools, noted) => {
    const form = formIn(tools);
    return (...args) => {
      const tensors = form.tensorsIn(args).map(([, tensor]) => tensor);
      if (!tensors.some(tools.requiresGrad)) return right(...args);
      const result = right(...args);
      if (![result].flat().some((y) => tools.isTensor(y) && tools.requiresGrad(y))) return result;
      noted();
      const by = new Map(tensors.map((tensor) => [tensor, tools.ops.clone!(tensor, {})]));
      return right(...args.map((arg) => replaced(arg, by, tools)));
    };
  },
});

/** A node that looks at the version of an operand of which it needs no value. */
const suspects = (name: string): Fault => ({
  kind,
  name: `no gradient after a write to ${name}`,
  instead: (called) => {
    const { tools, given, result } = called;
    const one = given.find((x) => x.name === name);
    if (one === undefined) return undefined;
    const was = tools.version(one.tensor);
    for (const each of given)
      bend(called, each, (g) => {
        if (tools.version(one.tensor) !== was) throw new Overcautious(`${name} was written to`);
        return g;
      });
    return called.results.some(tools.requiresGrad) ? { value: result } : undefined;
  },
});

/** By its page: what it `saves`. */
export const saved = (page: Page, op: string, form: (tools: Tools) => Form): readonly Mutation[] => {
  if (page.saves === undefined || writesTo(page, op) || page.view === true) return [];
  const { saves } = page;
  const needless = page.operands.filter(({ name, type }) => type.startsWith('tensor') && !(name in saves));
  return [
    ...(page.operands.some(({ name }) => name in saves) ? [copies(form)] : []),
    ...needless.map(({ name }) => faultOf(suspects(name), form)),
  ];
};

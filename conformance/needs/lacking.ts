import type { Page } from '../pages/page.ts';
import { pageOf } from '../pages/page-of.ts';
import { pages } from '../pages/pages.gen.ts';
import { roleOf } from '../pages/role.ts';
import type { Dtype } from '../values/case.ts';
import { allDtypes, dtypeKind } from '../values/dtypes.ts';
import type { Feature, Needs } from './needs.ts';

/** What a library offers, as far as its adapter's form says so. */
export interface Offer {
  readonly ops: object;
  readonly composed?: object | undefined;
  readonly modules?: object | undefined;
  readonly optim?: object | undefined;
  readonly autograd?: { readonly kind: 'tape' | 'functional' } | undefined;
  readonly dtypes: Readonly<Partial<Record<Dtype, unknown>>>;
  readonly mutation: 'none' | 'in-place';
  readonly random?: 'pytorch' | undefined;
  readonly print?: unknown;
}

const names = (table: object | undefined): object | undefined =>
  table && Object.fromEntries(Object.keys(table).map((name) => [name, true]));

/** What an adapter offers as plain data, to be sent from where the library runs to where cases are chosen. */
export const offerOf = ({
  ops,
  composed,
  modules,
  optim,
  autograd,
  dtypes,
  mutation,
  random,
  print,
}: Offer): Offer => ({
  ops: names(ops)!,
  composed: names(composed),
  modules: names(modules),
  optim: names(optim),
  autograd: autograd && { kind: autograd.kind },
  dtypes: { ...dtypes },
  mutation,
  random,
  print: print !== undefined || undefined,
});

/** The first thing that a case needs and a library does not have: `op cumsum`, `dtype int64`, `feature views`. */
export function lacking(offer: Offer, needs: Needs): string | undefined {
  const feature = needs.features.find((one) => !features[one](offer));
  if (feature !== undefined) return `feature ${feature}`;
  const op = needs.ops.find((one) => !hasOp(offer, one));
  if (op !== undefined) return `op ${op}`;
  const dtype = needs.dtypes.find((one) => offer.dtypes[one] === undefined);
  if (dtype !== undefined) return `dtype ${dtype}`;
  const { raises } = needs;
  if (raises !== undefined && !raisesItself(offer, raises)) return `an error of ${raises}`;
  const hidden = hiddenDtype(offer, needs);
  return hidden === undefined ? undefined : `an error about ${hidden}, for which ${offer.dtypes[hidden]} stands in`;
}

const whole = new WeakMap<Offer, boolean>();

/** Whether there is nothing that a case could need and the library does not have: then no case has to be looked at. */
export function offersAll(offer: Offer): boolean {
  let all = whole.get(offer);
  if (all === undefined) {
    all =
      Object.values(features).every((has) => has(offer)) &&
      allDtypes.every((dtype) => offer.dtypes[dtype] === true) &&
      Object.values(pages).every(({ name, inplace = name }) =>
        [name, inplace].every((op) => hasOp(offer, op) && raisesItself(offer, op)),
      );
    whole.set(offer, all);
  }
  return all;
}

/** The dtype that an error is about, if the library is given another in its place, of which there is nothing to say. */
function hiddenDtype({ dtypes }: Offer, { kind, dtypes: needed }: Needs): Dtype | undefined {
  if (kind !== 'unsupported_dtype' && kind !== 'dtype_mismatch') return undefined;
  const given = (dtype: Dtype): Dtype => (dtypes[dtype] === true ? dtype : (dtypes[dtype] as Dtype));
  const ofAnotherKind = needed.find((dtype) => dtypeKind(given(dtype)) !== dtypeKind(dtype));
  if (ofAnotherKind !== undefined || kind === 'unsupported_dtype') return ofAnotherKind;
  return needed.find(
    (dtype) => given(dtype) !== dtype && needed.some((two) => two !== dtype && given(two) === given(dtype)),
  );
}

const features: Readonly<Record<Feature, (offer: Offer) => boolean>> = {
  autograd: ({ autograd }) => autograd !== undefined,
  'autograd.tape': ({ autograd }) => autograd?.kind === 'tape',
  views: ({ mutation }) => mutation === 'in-place',
  'random.pytorch': ({ random }) => random === 'pytorch',
  print: ({ print }) => print !== undefined,
};

const holds = (table: object | undefined, name: string): boolean => table !== undefined && Object.hasOwn(table, name);
const isFunction = ({ ops, composed }: Offer, op: string): boolean => holds(ops, op) || holds(composed, op);

function hasOp(offer: Offer, op: string): boolean {
  const entry = pageOf(op);
  if (entry === undefined) return false;
  const { page, inplace } = entry;
  switch (roleOf(page)) {
    case 'op':
      return isFunction(offer, op) || isEvaluators(offer, op) || (inplace && borrows(offer, page));
    case 'module':
      return holds(offer.modules, op) || isGlue(offer, page);
    case 'optimizer':
      return holds(offer.optim, op) || (op === 'optim.SGD' && offer.autograd?.kind === 'functional');
    default:
      return true;
  }
}

/** Tensors that cannot be written to: the op gives the next state. */
const borrows = (offer: Offer, page: Page): boolean => offer.mutation === 'none' && isFunction(offer, page.name);

/** Ops that may not be meant for the library: of lists, of `.grad` slots, of leaves. */
function isEvaluators({ autograd, mutation }: Offer, op: string): boolean {
  if (op === 'getitem' || op === 'len') return true;
  if (op === 'requires_grad_') return autograd !== undefined;
  if (op === 'zero_') return autograd !== undefined && mutation === 'none';
  return op === 'autograd.grad' && autograd?.kind === 'functional';
}

const isGlue = (offer: Offer, page: Page): boolean =>
  page.operands[0]?.type === 'module' || (page.functional !== undefined && isFunction(offer, page.functional));

/** Whether an op that should raise is the library's own, and not what the evaluator does in its place. */
function raisesItself(offer: Offer, op: string): boolean {
  const entry = pageOf(op);
  switch (entry === undefined ? 'host' : roleOf(entry.page)) {
    case 'op':
      return offer.mutation === 'in-place' || !entry!.inplace || isFunction(offer, op);
    case 'module':
      return holds(offer.modules, op);
    case 'optimizer':
      return holds(offer.optim, op);
    case 'object':
      return op !== 'load_state_dict' || offer.modules !== undefined;
    default:
      return true;
  }
}

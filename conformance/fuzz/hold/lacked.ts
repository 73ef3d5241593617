import { cameLater, lacking, needsOf, type Offer } from '../../needs/index.ts';
import { pageOf } from '../../pages/page-of.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Implementation } from '../../run/implementation.ts';
import type { Case } from '../../values/case.ts';
import { allDtypes } from '../../values/dtypes.ts';

const whole = new WeakMap<Offer, boolean>();

/** Whether an implementation has all that any program may need: then no program has to be looked at. */
const hasAll = (offer: Offer): boolean => {
  let has = whole.get(offer);
  if (has === undefined) {
    const ops = Object.values(pages).flatMap(({ name, inplace }) => [name, inplace ?? name]);
    const features = ['autograd', 'autograd.tape', 'views', 'random.pytorch', 'print'] as const;
    has = lacking(offer, { ops, dtypes: allDtypes, features, tags: [], raises: undefined }) === undefined;
    has &&= allDtypes.every((dtype) => offer.dtypes[dtype] === true);
    whole.set(offer, has);
  }
  return has;
};

/** What a case needs and an implementation does not have. */
export const lackedBy = (implementation: Implementation, one: Case): string | undefined => {
  const { offer } = implementation;
  return cameLater(implementation, one) ?? (offer && !hasAll(offer) ? lacking(offer, needsOf(one)) : undefined);
};

/** Whether an implementation has an op. */
export const hasOp = ({ offer }: Implementation, op: string): boolean =>
  offer === undefined ||
  // What the suite itself does of these two is for lists and for leaves.
  ((op !== 'getitem' || op in offer.ops || op in (offer.composed ?? {})) &&
    (pageOf(op)?.page.feature !== 'autograd' || offer.autograd !== undefined) &&
    lacking(offer, { ops: [op], dtypes: [], features: [], tags: [], raises: undefined }) === undefined);

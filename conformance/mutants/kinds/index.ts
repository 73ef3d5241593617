/** The mutations of an op, kind by kind, that follow from its page. */
import type { Page } from '../../pages/page.ts';
import { type Form, formOfOp } from '../calls/called.ts';
import { type Fault, faultOf } from '../calls/fault.ts';
import type { Mutation, Tools } from '../mutation.ts';
import { convolution } from './convolution.ts';
import { digits } from './digits.ts';
import { dtype } from './dtype.ts';
import type { FaultsOf } from './families.ts';
import { gradient } from './gradient.ts';
import { indexing } from './indexing.ts';
import { layout } from './layout.ts';
import { options } from './options.ts';
import { rank } from './rank.ts';
import { saved } from './saved.ts';
import { size } from './size.ts';
import { special } from './special.ts';
import { state } from './state.ts';

const KINDS: readonly FaultsOf<Fault>[] = [
  size,
  layout,
  rank,
  options,
  indexing,
  convolution,
  dtype,
  digits,
  special,
  gradient,
  state,
];

/** Of what is drawn, nobody knows that an element is off; what gives its operand back has no elements of its own. */
const isSeen = ({ kind, name }: Fault, { feature }: Page): boolean =>
  feature === 'random'
    ? !/\boff\b|^wrong|digits|first \d+ elements again/.test(name)
    : feature !== 'autograd' || kind === 'options';

/** Every mutation of an op that is wrong somewhere only. */
export const faultsOf = (
  page: Page,
  op: string,
  form: (tools: Tools) => Form = (tools) => formOfOp(page, op, tools),
): readonly Mutation[] => [
  ...KINDS.flatMap((kind) => kind(page, op))
    .filter((fault) => isSeen(fault, page))
    .map((fault) => faultOf(fault, form)),
  ...saved(page, op, form),
];

/** What one name has to do with another, whatever both hold. */
import type { Expectation } from '../values/case.ts';
import type { Observation } from '../values/observation.ts';
import { broken, type Context, type Finding, nothing, wrong } from './finding.ts';

/** Of the same dtype and shape, and with the same elements. */
const isSame = (one: Observation, other: Observation): boolean => {
  if (one.kind === 'tensor' && other.kind === 'tensor') {
    return (
      one.dtype === other.dtype &&
      one.shape.join() === other.shape.join() &&
      one.data.length === other.data.length &&
      Array.prototype.every.call(one.data, (x, i) => Object.is(x, other.data[i]))
    );
  }
  if (one.kind === 'sequence' && other.kind === 'sequence')
    return one.each.length === other.each.length && one.each.every((part, i) => isSame(part, other.each[i]!));
  if (one.kind === 'host' && other.kind === 'host') return text(one.value) === text(other.value);
  return one.kind === 'null' && other.kind === 'null';
};

const text = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part));

/** Whether a name holds what another one holds, or something else. */
export const judgeRelation = (
  name: string,
  { equals, differs }: Expectation,
  seen: Observation,
  { others = {} }: Context,
): Finding => {
  const due = equals ?? differs;
  if (due === undefined) return nothing;
  const other = others[due];
  if (other === undefined) return broken(`nothing was observed of ${due}`);
  if (isSame(seen, other) === (equals !== undefined)) return nothing;
  const message = equals === undefined ? `is the same as ${due}` : `is not the same as ${due}`;
  return wrong({ reason: 'wrong_value', name, message });
};

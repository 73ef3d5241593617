import type { ResultType } from '../pages/page.ts';
import { resultsGiven } from '../pages/results.ts';
import type { HostType } from '../plan/operand.ts';
import type { Call } from '../plan/plan.ts';
import type { Host } from '../values/observation.ts';
import { Breach } from './failure.ts';
import type { Tensor } from './library.ts';
import type { Run } from './run.ts';
import { type Node, none, type Reach, type Value } from './values.ts';

/** What the library returned, as the page says it must be. `self` is the op's first tensor. */
export function resultsOf(run: Run, call: Call, raw: unknown, reach: Reach, self: Node | undefined): Value {
  const { results } = call.page;
  if (results.length === 0) return none;
  const given = call.options.filter(({ value }) => value !== undefined).map(({ name }) => name);
  const due = results.length === 1 ? results : resultsGiven(call.page, given);
  if (due.length === 1) return resultOf(run, call, due[0]!.type, raw, reach, self);
  if (!Array.isArray(raw) || raw.length !== due.length) {
    throw new Breach(`${call.op} must return a list of ${due.length} results`);
  }
  const items = due.map(({ name, type, dtype }, i): Value => {
    if (raw[i] === undefined && i > 0) return { kind: 'missing', what: `result ${call.op}.${name}` };
    return resultOf(run, call, type, raw[i], dtype === undefined ? reach : withoutGradient(reach), self);
  });
  return { kind: 'sequence', python: 'tuple', items };
}

const withoutGradient = (reach: Reach): Reach => (reach === 'gradient' ? 'value' : reach);

function resultOf(run: Run, call: Call, type: ResultType, raw: unknown, reach: Reach, self?: Node): Value {
  if (type === 'tensor' || type === 'any') return run.cell(tensorOf(call.op, raw), call.place, false, reach);
  if (type === 'sequence') {
    if (!Array.isArray(raw)) throw new Breach(`${call.op} must return a list`);
    const items = raw.map((item) => (item === null ? none : resultOf(run, call, 'tensor', item, reach)));
    return { kind: 'sequence', python: 'tuple', items };
  }
  const host = hosts[type];
  if (host === undefined) return { kind: 'handle', type, handle: raw };
  if (!host.is(raw)) throw new Breach(`${call.op} must return ${host.what}`);
  return { kind: 'host', type: host.type, value: raw as Host, ...(self === undefined ? {} : { from: self }) };
}

/** A tensor, or a number in place of a 0-d one. */
export function tensorOf(op: string, raw: unknown): Tensor {
  if (raw === undefined || raw === null || typeof raw === 'string') throw new Breach(`${op} must return a tensor`);
  return raw as Tensor;
}

const isInt = (value: unknown): boolean => typeof value === 'bigint' || Number.isInteger(value);
const isNumber = (value: unknown): boolean =>
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  typeof value === 'boolean' ||
  (typeof value === 'object' && value !== null && 'float' in value);
const isInts = (value: unknown): boolean => Array.isArray(value) && value.every(isInt);
const isHost = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(isHost) : value === null || typeof value === 'string' || isNumber(value);

const hosts: Readonly<Partial<Record<ResultType, { type: HostType; what: string; is: (value: unknown) => boolean }>>> =
  {
    int: { type: 'int', what: 'an integer', is: isInt },
    float: { type: 'float', what: 'a number', is: (value) => typeof value === 'number' },
    bool: { type: 'bool', what: 'true or false', is: (value) => typeof value === 'boolean' },
    text: { type: 'text', what: 'text', is: (value) => typeof value === 'string' },
    size: { type: 'size', what: 'a list of integers', is: isInts },
    ints: { type: 'tuple', what: 'a list of integers', is: isInts },
    scalar: { type: 'number', what: 'one number', is: isNumber },
    host: { type: 'host', what: 'host values', is: isHost },
  };

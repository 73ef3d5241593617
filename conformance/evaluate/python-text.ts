import type { HostType } from '../plan/operand.ts';
import type { Host } from '../values/observation.ts';

/** Python's `repr` of a host value. What a JS number has lost is taken from the type that the op's page gives. */
export function pythonText(value: Host, type: HostType): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return `torch.${value}`;
  if (typeof value === 'number') return type === 'float' || !Number.isInteger(value) ? floatText(value) : String(value);
  if (Array.isArray(value)) return listText(value as readonly Host[], type);
  return floatText((value as { float: number }).float);
}

function listText(items: readonly Host[], type: HostType): string {
  const inner = items.map((item) => pythonText(item, type));
  if (type === 'size') return `torch.Size([${inner.join(', ')}])`;
  return type === 'tuple' ? tupleText(inner) : `[${inner.join(', ')}]`;
}

/** A tuple of one keeps its comma. */
export const tupleText = (inner: readonly string[]): string =>
  inner.length === 1 ? `(${inner[0]},)` : `(${inner.join(', ')})`;

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e16)) {
    const [digits, exponent] = value.toExponential().split('e') as [string, string];
    return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** Modules as Python prints them. */

/** A bool as Python writes it. */
export const bool = (on: boolean): string => (on ? 'True' : 'False');

/** `Name(inside)`, or a line for each child with its own lines further in. */
export function repr(name: string, inside: string, children: readonly (readonly [string, unknown])[]): string {
  if (children.length === 0) return `${name}(${inside})`;
  const lines = children.map(([child, module]) => `  (${child}): ${String(module).replaceAll('\n', '\n  ')}\n`);
  return `${name}(\n${lines.join('')})`;
}

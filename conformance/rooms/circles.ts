/** The circles of a graph: all that can reach each other (Tarjan's strongly connected components of two and more). */
export function circles(arrows: Iterable<readonly [from: string, to: string]>): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const [from, to] of arrows) {
    if (!next.has(from)) next.set(from, []);
    next.get(from)!.push(to);
  }
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    lowest.set(node, order.get(node)!);
    open.push(node);
    for (const to of next.get(node) ?? []) {
      if (!order.has(to)) visit(to);
      if (open.includes(to)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(to)!));
    }
    if (lowest.get(node) !== order.get(node)) return;
    const circle = open.splice(open.indexOf(node));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const node of next.keys()) if (!order.has(node)) visit(node);
  return found;
}

/**
 * The options that are written by position, in PyTorch's order, behind the operands; the rest go by name. The same in
 * both languages, so that a reader finds his way from one to the other.
 */
const positions: Readonly<Record<string, readonly string[]>> = {
  zeros: ['size'],
  ones: ['size'],
  rand: ['size'],
  randn: ['size'],
  normal: ['size'],
  full: ['size', 'fill_value'],
  randperm: ['n'],
  reshape: ['shape'],
  view: ['size'],
  expand: ['size'],
  permute: ['dims'],
  transpose: ['dim0', 'dim1'],
  unsqueeze: ['dim'],
  manual_seed: ['seed'],
  normal_: ['mean', 'std'],
  uniform_: ['from', 'to'],
  random_: ['from', 'to'],
  requires_grad_: ['requires_grad'],
  load_state_dict: ['state_dict'],
  'nn.Linear': ['in_features', 'out_features'],
  'nn.Conv2d': ['in_channels', 'out_channels', 'kernel_size'],
};

/** The options of a call in the order of their positions, undefined where one is left out before another. */
export const byPosition = (op: string, given: ReadonlySet<string>): readonly (string | undefined)[] => {
  if (op === 'arange') {
    if (!given.has('end')) return [];
    return given.has('step') ? ['start', 'end', 'step'] : given.has('start') ? ['start', 'end'] : ['end'];
  }
  const all = positions[op] ?? [];
  const last = all.findLastIndex((option) => given.has(option));
  return all.slice(0, last + 1).map((option) => (given.has(option) ? option : undefined));
};

/** The same, where an object of further options follows and every place before it has to be filled. */
export const everyPosition = (op: string, given: ReadonlySet<string>): readonly (string | undefined)[] =>
  (positions[op] ?? []).map((option) => (given.has(option) ? option : undefined));

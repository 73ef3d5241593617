import { type ModuleAdapter, unsupported } from '../../adapter/contract.ts';
import type { Page } from '../../pages/page.ts';
import type { Tensor } from '../library.ts';
import type { Options } from '../options.ts';
import type { Cell } from '../values.ts';

/** The library's own module object. */
export interface Native {
  readonly adapter: ModuleAdapter<Tensor, never>;
  /** What `create` gave; replaced when state is loaded by creating anew. */
  handle: never;
}

/** A module of a case. */
export interface ModuleValue {
  readonly kind: 'module';
  readonly page: Page;
  /** A library may read them when the module is made, or only when it is called. */
  readonly options: Options;
  readonly children: readonly ModuleValue[];
  /** Undefined: the library has no such object, and the evaluator calls the function that the page names. */
  readonly native: Native | undefined;
  /** Its own parameters in PyTorch's order, without those of its children. Undefined until there are values. */
  parameters: Map<string, Cell> | undefined;
}

/** It only calls its children, one after the other. */
export const isContainer = (page: Page): boolean => page.operands[0]?.type === 'module';

/** Its own parameters. The evaluator does not draw initial values in a library's place. */
export function initialised(module: ModuleValue): ReadonlyMap<string, Cell> {
  if (module.parameters !== undefined) return module.parameters;
  if (module.page.paths?.length === 0) module.parameters = new Map();
  return module.parameters ?? unsupported(`initial parameters of ${module.page.name}`);
}

/** All parameters, those of children under `0.weight`. */
export function allParameters(module: ModuleValue): ReadonlyMap<string, Cell> | undefined {
  if (module.children.length === 0) return module.parameters;
  const all = new Map(module.parameters);
  for (const [i, child] of module.children.entries()) {
    const parameters = allParameters(child);
    if (parameters === undefined) return undefined;
    for (const [name, cell] of parameters) all.set(`${i}.${name}`, cell);
  }
  return all;
}

/** Several versions of PyTorch, and what each of them is held to. */

export { conventionName, conventionRemark, conventionUntil, release } from './convention-name.ts';
export { heldTo, inPlaceOf } from './held.ts';
export { newest, pytorchVersions } from './known.ts';
export { compareVersions } from './order.ts';
export { pytorchVersion } from './pytorch-version.ts';

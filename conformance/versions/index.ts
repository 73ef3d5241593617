/** Several versions of PyTorch, and what each of them is held to. */
export { heldTo, inPlaceOf } from './held.ts';
export { newest, pytorchVersions } from './known.ts';
export { compareVersions } from './order.ts';
export { pytorchVersion } from './speaker.ts';
export { conventionName, conventionRemark, conventionUntil, release } from './words.ts';

/** Where tensors live: in the memory of this process, which PyTorch calls the CPU. */
import { raise } from './errors.ts';

export type Device = 'cpu';

/** What every op takes that makes a tensor. */
export interface OnDevice {
  /** Only `'cpu'`, which is the default, is there. */
  readonly device?: Device;
}

/** Raises invalid_argument for any other. */
export function checkDevice({ device = 'cpu' }: OnDevice): void {
  if (device !== 'cpu') raise('invalid_argument', `there is no device ${String(device)}, only cpu`);
}

import type { OnDevice } from '../../numbers/device.ts';
import type { Dtype } from '../../numbers/dtype.ts';

/** What every creation op takes. */
export interface CreationOptions extends OnDevice {
  readonly dtype?: Dtype;
  readonly requires_grad?: boolean;
}

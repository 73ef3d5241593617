import type { Case } from '../values/case.ts';
import { pytorchVersion } from '../versions/index.ts';
import { lacking, type Offer, offersAll } from './lacking.ts';
import { laterThan } from './later.ts';
import { needsOf } from './needs.ts';

/** Who is asked: a library, or a process that may be some version of PyTorch. */
export interface Asked {
  readonly name: string;
  readonly version?: string;
  readonly offer?: Offer;
}

/** What a case needs that came later than the PyTorch that is asked; undefined for every other library. */
export const cameLater = (asked: Asked, one: Case): string | undefined => {
  const version = pytorchVersion(asked);
  return version === undefined ? undefined : laterThan(one, version)[0]?.text;
};

/** What a case needs and who is asked does not have, as far as that is known before it runs. */
export const missingFrom = (asked: Asked, one: Case): string | undefined =>
  cameLater(asked, one) ??
  (asked.offer === undefined || offersAll(asked.offer) ? undefined : lacking(asked.offer, needsOf(one)));

import { newest } from './known.ts';

/**
 * The version of PyTorch that an implementation says it is: one that calls itself `pytorch` is held to what that version
 * gives, and to what the newest does if it does not say which. Undefined for every other library.
 */
export const pytorchVersion = ({
  name,
  version = '',
}: {
  readonly name: string;
  readonly version?: string;
}): string | undefined => {
  if (name !== 'pytorch') return undefined;
  return /^\d/.test(version) ? version : newest;
};

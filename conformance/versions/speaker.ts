/**
 * The version of PyTorch that an implementation says it is: one that calls itself `pytorch` is held to what that version
 * gives. Undefined for every other library, and for a PyTorch that does not say which: they are held to the newest.
 */
export const pytorchVersion = ({
  name,
  version,
}: {
  readonly name: string;
  readonly version?: string;
}): string | undefined => (name === 'pytorch' && /^\d/.test(version ?? '') ? version : undefined);

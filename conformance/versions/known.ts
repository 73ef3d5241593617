/** The versions of PyTorch that every case is run on, from old to new. */
export const pytorchVersions: readonly string[] = ['1.13.1', '2.6.0', '2.14.1'];

/** The one whose results are what a case expects. */
export const newest: string = pytorchVersions.at(-1)!;

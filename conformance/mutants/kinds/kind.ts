/** Where a mutant is wrong, as real libraries are. */
export type Kind =
  | 'everywhere'
  | 'size'
  | 'layout'
  | 'rank'
  | 'options'
  | 'indexing'
  | 'convolution'
  | 'dtype'
  | 'digits'
  | 'special'
  | 'gradient'
  | 'engine'
  | 'state'
  | 'optimizer'
  | 'module'
  | 'random'
  | 'loader';

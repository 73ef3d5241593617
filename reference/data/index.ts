/** torch.utils.data. */
export { TensorDataset } from './dataset.ts';
export { DataLoader, type DataLoaderOptions, next } from './loader.ts';

/** Is never loaded. */
await new Promise(() => {});

export {};

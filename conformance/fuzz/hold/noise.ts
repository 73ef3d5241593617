/** Numbers from −1 to 1, the same in every run; those of neighbouring seeds have nothing in common (mulberry32). */
export const noise = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), bits | 61)) ^ bits;
    return (bits ^ (bits >>> 14)) / 2 ** 31;
  };
};

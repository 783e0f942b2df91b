/** An entry that is known to be there: the compiler cannot tell how long a typed array is. */
export function entry(values: Float64Array | Uint32Array, index: number): number {
  return values[index] as number;
}

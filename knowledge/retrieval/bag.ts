/** How often each feature occurs in a text. */
export type Bag<Feature> = ReadonlyMap<Feature, number>;

export function bagOf<Feature>(features: readonly Feature[]): Bag<Feature> {
  const bag = new Map<Feature, number>();
  for (const feature of features) bag.set(feature, (bag.get(feature) ?? 0) + 1);
  return bag;
}

/** How much of each feature a text has. */
export type Bag<Feature> = ReadonlyMap<Feature, number>;

export function bagOf<Feature>(features: readonly Feature[]): Bag<Feature> {
  const bag = new Map<Feature, number>();
  for (const feature of features) bag.set(feature, (bag.get(feature) ?? 0) + 1);
  return bag;
}

/** In how many of some texts each feature occurs; texts with a share count only that much. */
export function occurrences<Feature>(
  texts: readonly { readonly features: readonly Feature[]; readonly share: number }[],
): Bag<Feature> {
  const bag = new Map<Feature, number>();
  for (const { features, share } of texts) {
    for (const feature of new Set(features)) bag.set(feature, (bag.get(feature) ?? 0) + share);
  }
  return bag;
}

/** How much of each feature a text has. */
export type Bag<Feature> = ReadonlyMap<Feature, number>;

export function bagOf<Feature>(features: readonly Feature[]): Bag<Feature> {
  const bag = new Map<Feature, number>();
  for (const feature of features) bag.set(feature, (bag.get(feature) ?? 0) + 1);
  return bag;
}

/** How much of each feature some texts have together; a text with a share counts only that much. */
export function bagOfAll<Feature>(
  texts: readonly { readonly features: readonly Feature[]; readonly share: number }[],
): Bag<Feature> {
  const bag = new Map<Feature, number>();
  for (const { features, share } of texts) {
    for (const feature of features) bag.set(feature, (bag.get(feature) ?? 0) + share);
  }
  return bag;
}

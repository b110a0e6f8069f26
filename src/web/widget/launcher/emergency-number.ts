/** Works from mobile phones in most of the world, and is the number of the whole European Union. */
const international = '112';

/**
 * The number to call in an emergency. Where nobody told the region, the country of the browser's language
 * is the best guess.
 */
export function emergencyNumber(region: string | undefined): string {
  const asked = region ?? guessRegion();
  return (asked ? LUMBAR_EMERGENCY_NUMBERS[asked] : undefined) ?? international;
}

function guessRegion(): string {
  for (const language of navigator.languages) {
    const country = /-([A-Z]{2})\b/.exec(language)?.[1];
    if (country) return country;
  }
  return 'US';
}

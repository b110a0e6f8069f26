import { slotsSchema } from '../schema/slots';

/** Whether the slot may hold this value; for a slot that is a list, whether the list may. */
export function slotTakes(slot: string, value: unknown): boolean {
  return (
    slotsSchema.safeParse({ [slot]: value }).success ||
    slotsSchema.safeParse({ [slot]: [value] }).success
  );
}

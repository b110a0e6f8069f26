import type { Fault } from '../loading/fault';
import type { PackTree } from '../loading/pack-tree';
import { slotTakes } from './slot-values';
import { faultAt, texts } from '../loading/texts';

/** Plans and remedies are tied to what the intake can learn, and somebody always gets a plan. */
export function checkSelfCare(tree: PackTree): readonly Fault[] {
  return tree.locales.flatMap((locale) => {
    const path = `${locale}/self-care.yaml`;
    const plans = tree.select(path, 'plans.*');
    const last = plans.at(-1);
    return [
      ...texts(tree.select(path, 'plans.*.triggers.*'))
        .filter((trigger) => !slotTakes('trigger', trigger.value))
        .map((trigger) => faultAt(trigger, `there is no trigger "${trigger.value}"`)),
      ...texts(tree.select(path, 'remedies.*.notWith.*'))
        .filter((caution) => !slotTakes('nsaidCautions', caution.value))
        .map((caution) => faultAt(caution, `there is no caution "${caution.value}"`)),
      ...plans.flatMap((plan) => {
        const open = tree.below(plan, 'triggers').length === 0;
        if (open === (plan === last)) return [];
        const reason = open
          ? 'a plan without triggers hides the plans after it'
          : 'the last plan is for everybody and has no triggers';
        return [faultAt(plan, reason)];
      }),
    ];
  });
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  AlertUrgent16Filled,
  CalendarClock16Filled,
  HomeHeart16Filled,
  Question16Filled,
  Warning16Filled,
} from '@fluentui/react-icons';
import type { FluentIcon } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { CaseView } from '../../../desk/protocol';

export type Tone = 'emergency' | 'urgent' | 'soon' | 'self-care' | 'none';

export const toneOf = (tier: CaseView['tier']): Tone => tier ?? 'none';

const icons: Readonly<Record<Tone, FluentIcon>> = {
  emergency: AlertUrgent16Filled,
  urgent: Warning16Filled,
  soon: CalendarClock16Filled,
  'self-care': HomeHeart16Filled,
  none: Question16Filled,
};

/** The colour that runs down the edge of whatever belongs to a tier. */
export const toneColour: Readonly<Record<Tone, string>> = {
  emergency: tokens.colorStatusDangerBackground3,
  urgent: tokens.colorPaletteDarkOrangeBorderActive,
  soon: tokens.colorPaletteYellowBackground3,
  'self-care': tokens.colorPaletteGreenBackground3,
  none: tokens.colorNeutralStrokeAccessible,
};

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    height: '22px',
    padding: '0 8px 0 5px',
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '22px',
    whiteSpace: 'nowrap',
    flexShrink: 0,
  },
  emergency: { backgroundColor: tokens.colorStatusDangerBackground3, color: '#fff' },
  urgent: {
    backgroundColor: tokens.colorPaletteDarkOrangeBackground2,
    color: tokens.colorNeutralForeground1,
  },
  soon: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
  },
  'self-care': {
    backgroundColor: tokens.colorPaletteGreenBackground2,
    color: tokens.colorNeutralForeground1,
  },
  none: {
    backgroundColor: tokens.colorNeutralBackground5,
    color: tokens.colorNeutralForeground1,
  },
});

/** How grave it is: by colour, by word and by icon. */
export function TierBadge(props: {
  readonly tier: CaseView['tier'];
  readonly word: string;
}): ReactElement {
  const styles = useStyles();
  const tone = toneOf(props.tier);
  const Icon = icons[tone];
  return (
    <span className={mergeClasses(styles.badge, styles[tone])}>
      <Icon aria-hidden="true" />
      {props.word}
    </span>
  );
}

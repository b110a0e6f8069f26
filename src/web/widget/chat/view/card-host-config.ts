const color = (name: string): { default: string; subtle: string } => ({
  default: `var(--${name})`,
  subtle: `var(--${name === 'text' ? 'quiet' : name})`,
});

const colors = {
  default: color('text'),
  dark: color('text'),
  light: color('quiet'),
  accent: color('accent'),
  good: color('text'),
  warning: color('alarm'),
  attention: color('alarm'),
};

/** Adaptive cards in the colours of the widget, so that they can be read in the dark scheme too. */
export const cardHostConfig = {
  supportsInteractivity: true,
  fontFamily: 'inherit',
  fontSizes: { small: 14, default: 16, medium: 17, large: 18, extraLarge: 20 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  spacing: { small: 6, default: 10, medium: 14, large: 18, extraLarge: 24, padding: 14 },
  containerStyles: {
    default: { backgroundColor: 'transparent', foregroundColors: colors },
    emphasis: { backgroundColor: 'var(--raised)', foregroundColors: colors },
  },
  inputs: {
    label: {
      inputSpacing: 8,
      requiredInputs: { weight: 'Bolder', color: 'Default', suffix: ' ' },
      optionalInputs: { weight: 'Bolder', color: 'Default' },
    },
    errorMessage: { color: 'Attention', weight: 'Bolder', spacing: 'small' },
  },
  actions: {
    maxActions: 6,
    buttonSpacing: 8,
    spacing: 'default',
    actionsOrientation: 'vertical',
    actionAlignment: 'stretch',
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
  },
};

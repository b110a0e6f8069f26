import { createDarkTheme, createLightTheme } from '@fluentui/react-components';
import type { BrandVariants, Theme } from '@fluentui/react-components';

/** A quiet teal: nothing that could be taken for the colour of a tier. */
const brand: BrandVariants = {
  10: '#02191c',
  20: '#07282d',
  30: '#08353c',
  40: '#09424b',
  50: '#094f59',
  60: '#095c68',
  70: '#0b6977',
  80: '#0f7584',
  90: '#1f8493',
  100: '#3493a1',
  110: '#4ba2af',
  120: '#63b1bc',
  130: '#7dc0c9',
  140: '#98cfd6',
  150: '#b4dde2',
  160: '#d2ecef',
};

const fonts = {
  fontFamilyBase:
    "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, Roboto, Inter, sans-serif",
};

export const lightTheme: Theme = { ...createLightTheme(brand), ...fonts };

const dark = createDarkTheme(brand);

/** Fluent's dark brand text is a shade too dark for small letters. */
export const darkTheme: Theme = {
  ...dark,
  ...fonts,
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[130],
};

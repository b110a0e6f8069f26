type Rgb = readonly [red: number, green: number, blue: number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** The dialog's own background in the dark scheme. */
const darkSurface: Rgb = [27, 31, 36];
/** What WCAG 2.2 AA wants between text and its background. */
const readable = 4.5;

/** The accent, moved as little as needed to stay readable with white text, and on the dark surface. */
export function readableAccent(color: string): { readonly light: string; readonly dark: string } {
  const accent = parse(color);
  if (!accent) return { light: color, dark: color };
  return {
    light: css(moveTo(black, accent, (shade) => contrast(shade, white) >= readable)),
    dark: css(moveTo(white, accent, (shade) => contrast(shade, darkSurface) >= readable)),
  };
}

/** The browser knows every way of writing a colour: the canvas gives each of them as one pixel. */
function parse(color: string): Rgb | null {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return null;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function moveTo(goal: Rgb, from: Rgb, isGood: (shade: Rgb) => boolean): Rgb {
  for (let part = 0; part < 1; part += 0.05) {
    const shade = mix(from, goal, part);
    if (isGood(shade)) return shade;
  }
  return goal;
}

function mix(from: Rgb, goal: Rgb, part: number): Rgb {
  const at = (index: 0 | 1 | 2): number =>
    Math.round(from[index] + (goal[index] - from[index]) * part);
  return [at(0), at(1), at(2)];
}

function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(rgb: Rgb): number {
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

function linear(channel: number): number {
  return channel <= 10 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
}

function css([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}

import { tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const vertebrae: readonly (readonly [number, number])[] = [
  [10, 5],
  [8.6, 11],
  [9.4, 17],
  [11.6, 23],
];

/** Lumbar's sign: four vertebrae and their curve. */
export function Mark(props: { readonly size?: number }): ReactElement {
  const size = props.size ?? 36;
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill={tokens.colorBrandBackground} />
      {vertebrae.map(([x, y]) => (
        <rect key={y} x={x} y={y} width="12" height="4.4" rx="2.2" fill="#fff" />
      ))}
    </svg>
  );
}

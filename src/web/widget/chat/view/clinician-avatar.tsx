import type { ReactNode } from 'react';

/** The initials of a person, as many as two. */
export function ClinicianAvatar({ name }: { readonly name: string }): ReactNode {
  return (
    <div className="lumbar-avatar" aria-hidden="true">
      {initialsOf(name)}
    </div>
  );
}

const titles = /^(dr|prof|mr|mrs|ms|nurse|sr|sra)\.?$/i;

export function initialsOf(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => /^\p{L}/u.test(word) && !titles.test(word));
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return [first, last].map((word) => Array.from(word)[0]?.toUpperCase() ?? '').join('');
}

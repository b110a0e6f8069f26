import classNames from 'classnames';

/** All that Web Chat takes from `@emotion/css`, whose full copy would move styles of the page about. */
export const cx = classNames;

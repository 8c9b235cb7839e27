import { css } from '../styles/css.js';

/** Of the way out, in whatever element it stands. */
export const exitStyles = css`
  .exit {
    font-weight: 600;
  }
  [dir='rtl'] .directed {
    transform: scaleX(-1);
  }
`;

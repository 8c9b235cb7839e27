import { css } from './css.js';

/** The arrow of a choice, away from its edge: browsers draw their own at the very edge of a box with a border. */
export const select = css`
  select.target {
    appearance: none;
    padding-inline-end: 40px;
    background-image: linear-gradient(45deg, transparent 50%, currentColor 50%),
      linear-gradient(-45deg, transparent 50%, currentColor 50%);
    background-position:
      right 22px center,
      right 16px center;
    background-size: 6px 6px;
    background-repeat: no-repeat;
  }
  [dir='rtl'] select.target {
    background-position:
      left 16px center,
      left 22px center;
  }
`;

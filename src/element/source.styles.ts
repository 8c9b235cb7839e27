import { css } from '../styles/css.js';

/** Of the quiet control that says where a fact comes from. */
export const sourceStyles = css`
  .source > summary {
    min-block-size: 24px;
    inline-size: fit-content;
    color: var(--_accent);
    cursor: pointer;
  }
`;

import { css } from './css.js';

/** Of what can be read aloud: the paragraph that is being read. */
export const readAloud = css`
  [data-read] {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;

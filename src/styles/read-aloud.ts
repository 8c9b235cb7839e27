import { css } from 'lit';

/** For widgets that can be read aloud: marks the paragraph that is being read. */
export const readAloud = css`
  [data-read] {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;

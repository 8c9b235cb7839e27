import { css } from '../styles/css.js';

/** Of whom to ask, in whatever element it stands. */
export const askStyles = css`
  .services {
    display: grid;
    gap: 8px;
    list-style: none;
  }
  .services > li {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    padding: 12px;
    border-radius: var(--_radius);
    background-color: var(--_tint);
  }
`;

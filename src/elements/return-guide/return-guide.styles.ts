import { css } from 'lit';

export const returnStyles = css`
  .ask {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--_accent);
  }
  /* One sheet. */
  @media print {
    .panel {
      font-size: 0.875em;
    }
  }
`;

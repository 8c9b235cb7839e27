import { css } from 'lit';

export const returnStyles = css`
  .ask {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--_accent);
  }
  /* One sheet, also in the languages with the longest words. */
  @media print {
    .panel {
      font-size: 0.875em;
    }
    p,
    .services {
      max-inline-size: 44em;
    }
  }
`;

import { css } from 'lit';
import { select } from './select.js';

const box = css`
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 16px;
    border: 1px solid var(--_border);
  }
  h2 {
    font-size: 1.375em;
    line-height: 1.3;
  }
  h3 {
    font-size: 1.125em;
    line-height: 1.3;
  }
  .lead {
    font-size: 1.125em;
  }
  .select {
    display: grid;
    grid-template-columns: minmax(0, max-content);
    gap: 4px;
    min-inline-size: 0;
    font-weight: 600;
  }
  select.target {
    min-inline-size: 0;
    max-inline-size: 100%;
    font-weight: 400;
  }
  @container (inline-size >= 40em) {
    .panel {
      padding: 24px;
    }
  }
  /* Not a grid: Chromium would move a row that does not fit to the next sheet, and leave the rest of this one empty. */
  @media print {
    .panel {
      display: block;
      padding: 0;
      border: 0;
    }
    .panel > * + * {
      margin-block-start: 12px;
    }
  }
`;

/** Styles of every widget that fills its column: a box around its content, the headings and choices in it. */
export const panel = [box, select];

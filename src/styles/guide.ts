import { css } from './css.js';

/** Of the widgets that are read from top to bottom. */
export const guideStyles = css`
  .guide {
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
  ol {
    display: grid;
    gap: 16px;
    margin: 0;
    padding: 0;
    padding-inline-start: 1.75em;
  }
  ol > li::marker {
    color: var(--_accent);
    font-weight: 700;
  }
  .services {
    max-inline-size: 40em;
    margin-block-start: 8px;
  }
  @container (inline-size >= 40em) {
    .guide {
      padding: 24px;
    }
  }
  @media print {
    .guide {
      gap: 12px;
      padding: 0;
      border: 0;
    }
    ol {
      gap: 8px;
    }
    .services > li {
      padding-block: 0;
    }
    li,
    tr {
      break-inside: avoid;
    }
  }
`;

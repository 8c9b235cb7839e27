import { css } from 'lit';

/** Styles of the small control that shows where a fact comes from, and of all `<details>` on paper. */
export const sourceStyles = css`
  .source > summary {
    min-block-size: 36px;
    padding-block: 6px;
    inline-size: fit-content;
    color: var(--_accent);
    cursor: pointer;
  }
  /* In so narrow a column, a number needs the room of the icon to stay on one line. */
  @container (inline-size < 16em) {
    .target svg {
      display: none;
    }
  }
  @media print {
    /* Everything is open on paper: a marker that says "closed" would be wrong. */
    summary {
      list-style: none;
      break-after: avoid;
    }
    .source {
      font-size: 0.875em;
    }
    .source > summary {
      min-block-size: 0;
      padding-block: 0;
    }
    ::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;

import { css } from 'lit';

/** Styles of the widgets that are read from top to bottom. */
export const guideStyles = css`
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
    margin-block-start: 8px;
  }
  /* Large text on a narrow phone leaves no room to indent. */
  @container (inline-size < 10em) {
    ol {
      padding-inline-start: 0;
      list-style-position: inside;
    }
  }
  @media print {
    ol {
      gap: 8px;
    }
    li,
    tr {
      break-inside: avoid;
    }
  }
`;

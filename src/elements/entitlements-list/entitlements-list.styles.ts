import { css } from 'lit';

export const entitlementsStyles = css`
  .panel {
    justify-items: start;
  }
  .list {
    inline-size: 100%;
    list-style: none;
    border-block-start: 1px solid var(--_border);
  }
  .list > li {
    border-block-end: 1px solid var(--_border);
  }
  [part='summary'] {
    padding-block: 10px;
    /* A hanging indent, so that a second line is below the first and not below the marker. */
    padding-inline-start: 1.5em;
    text-indent: -1.25em;
    min-block-size: 44px;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  h3 {
    display: inline;
    font: inherit;
  }
  [part='summary']:hover {
    text-decoration: underline;
  }
  [part='summary'] ~ * {
    margin-block-start: 8px;
    margin-inline-start: 1.5em;
  }
  /* Large text on a narrow phone leaves no room to indent. */
  @container (inline-size < 10em) {
    [part='summary'] ~ * {
      margin-inline-start: 0;
    }
  }
  [part='summary'] ~ .source {
    margin-block-end: 20px;
  }
  [part='summary'] ~ .label {
    margin-block-start: 16px;
    font-weight: 600;
  }
  .conditions {
    padding-inline-start: 20px;
  }
  @media print {
    .list {
      font-size: 0.875em;
    }
    [part='summary'] {
      min-block-size: 0;
      padding-block: 4px 0;
    }
    [part='summary'] ~ *,
    [part='summary'] ~ .label {
      margin-block-start: 2px;
    }
    [part='summary'] ~ .source {
      margin-block-end: 4px;
    }
    .label {
      break-after: avoid;
    }
  }
`;

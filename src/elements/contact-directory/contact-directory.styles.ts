import { css } from 'lit';

/** Cards first; a table where there is room for one. */
export const contactsStyles = css`
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    padding: 0;
    border: 0;
  }
  button,
  select,
  summary {
    cursor: pointer;
  }
  table,
  caption,
  thead,
  tbody,
  tr,
  th,
  td {
    display: block;
  }
  caption,
  th,
  td {
    padding: 0;
    text-align: start;
    font-weight: 400;
  }
  caption,
  thead {
    margin-block-end: 12px;
  }
  caption,
  thead,
  thead th {
    font-weight: 600;
  }
  thead tr {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  /* Cards show no heading for it, but screen readers name the cells by it. */
  thead th:last-child {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .sort {
    min-block-size: 44px;
    padding: 4px 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  /* Screen readers read the order, not the arrow. Browsers without alternative text in CSS take the first line. */
  .sort::after {
    content: '\\2195';
    content: '\\2195' / '';
    display: inline-block;
    inline-size: 1.25em;
    text-align: center;
  }
  [aria-sort='ascending'] .sort::after {
    content: '\\2191';
    content: '\\2191' / '';
  }
  [aria-sort='descending'] .sort::after {
    content: '\\2193';
    content: '\\2193' / '';
  }
  .on-paper {
    display: none;
  }
  tbody {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  tbody tr {
    display: flex;
    flex-direction: column;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  /* The name comes first on the card. The cell before it has nothing to focus, so Tab still follows the visual order. */
  tbody th {
    order: -1;
  }
  /* All of the same width: buttons of different widths would look untidy. */
  .contacts {
    display: grid;
    grid-template-columns: minmax(0, 22em);
  }
  .contacts > p {
    inline-size: 100%;
  }
  .keep {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .alert {
    margin-block: 8px;
  }
  textarea {
    inline-size: 100%;
    padding: 8px 12px;
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  summary {
    inline-size: fit-content;
    color: var(--_accent);
  }
  [part='more'] > summary {
    padding-block: 10px;
    min-block-size: 44px;
  }
  [part='more'] > p,
  li {
    margin-block-end: 8px;
  }
  ul {
    padding-inline-start: 20px;
  }
  /* In sight wherever the reader is in the table, on the side away from the exit button. */
  .status {
    position: sticky;
    inset-block-end: 8px;
    justify-self: start;
    max-inline-size: 50%;
  }
  .status:not(:empty) {
    padding: 12px 16px;
    border-radius: var(--_radius);
    background-color: var(--_text);
    color: var(--_surface);
  }
  @container (inline-size >= 42em) {
    table {
      display: table;
      inline-size: 100%;
      border-collapse: collapse;
    }
    caption {
      display: table-caption;
    }
    thead {
      display: table-header-group;
    }
    tbody {
      display: table-row-group;
    }
    thead tr,
    tbody tr {
      display: table-row;
      border: 0;
    }
    tr > * {
      display: table-cell;
      padding: 12px;
      border-block-end: 1px solid var(--_border);
      vertical-align: top;
    }
    tr:last-child > td,
    tr:last-child > [scope='row'] {
      border: 0;
      padding-block-end: 0;
    }
    thead th {
      padding-block: 0;
      vertical-align: middle;
    }
    tr > :first-child {
      inline-size: 18%;
      padding-inline-start: 0;
    }
    tr > :last-child {
      inline-size: 40%;
      padding-inline-end: 0;
    }
    thead th:last-child {
      position: static;
      inline-size: 40%;
      clip-path: none;
    }
  }
  @media print {
    .on-paper {
      display: inline;
    }
    table {
      font-size: 0.8125em;
      line-height: 1.4;
    }
    tr > * {
      padding-block: 6px;
    }
    tr > :first-child {
      inline-size: 14%;
    }
    tr > :last-child,
    thead th:last-child {
      inline-size: 28%;
    }
    .contacts {
      gap: 0;
    }
    .contacts .target {
      min-block-size: 0;
      padding: 0;
      border: 0;
    }
    [part='more'] > summary {
      min-block-size: 0;
      padding-block: 4px 0;
    }
    [part='more'] > p,
    li {
      margin-block-end: 0;
    }
    /* Not whole rows: a row may be longer than half a sheet, and each would begin a new sheet. */
    .contacts,
    tbody p,
    li {
      break-inside: avoid;
    }
  }
`;

import { css } from 'lit';

export const referralStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .work,
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    align-content: start;
  }
  .numbers,
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    max-inline-size: none;
  }
  .controls {
    align-items: end;
    padding: 12px;
    border-radius: var(--_radius);
    background-color: var(--_tint);
  }
  .controls .target {
    cursor: pointer;
  }
  ul:not([role]) {
    display: grid;
    gap: 8px;
    padding-inline-start: 1.25em;
  }
  ul:not([role]) > li {
    max-inline-size: 65ch;
  }
  .duty p {
    font-weight: 600;
  }
  .name {
    font-weight: 700;
  }
  .printed {
    display: none;
  }
  table,
  tbody,
  tr,
  th,
  td {
    display: block;
    padding: 0;
    text-align: start;
  }
  thead {
    display: none;
  }
  tr {
    padding-block: 12px;
    border-block-start: 1px solid var(--_border);
  }
  td .services {
    max-inline-size: none;
  }
  td .services > li {
    padding: 0;
    background: none;
  }
  @container (inline-size >= 40em) {
    table {
      display: table;
      inline-size: 100%;
      border-collapse: collapse;
      table-layout: fixed;
    }
    thead {
      display: table-header-group;
    }
    tbody {
      display: table-row-group;
    }
    tr {
      display: table-row;
    }
    th,
    td {
      display: table-cell;
      padding-block: 8px;
      vertical-align: baseline;
    }
    th:first-child {
      inline-size: 34%;
      padding-inline-end: 16px;
    }
    td .services {
      margin: 0;
    }
  }
  @container (inline-size >= 64em) {
    .work {
      grid-template: auto 1fr / minmax(0, 2fr) minmax(0, 3fr);
      column-gap: 40px;
    }
    .whom {
      grid-row: span 2;
    }
  }
  /* One page of A4, in black and white. */
  @media print {
    .panel {
      /*
       * On a sheet of its own. Not a grid: in languages with long words it is longer than a sheet, and Chromium does not
       * break a grid between sheets, but shrinks the whole page until it fits, to letters of 6 points.
       */
      display: block;
      position: relative;
      break-inside: avoid;
      font-size: 8.5pt;
      line-height: 1.1;
    }
    .panel > * + * {
      margin-block-start: 0.7mm;
    }
    .numbers {
      align-items: baseline;
      font-size: 1.25em;
    }
    /* The most prominent thing on the sheet: the reader has to find the number at once. */
    .numbers .call .number {
      font-size: 22pt;
      line-height: 1;
    }
    .source,
    .draft {
      font-size: 7pt;
    }
    .hours > span {
      margin-inline-end: 0.5em;
    }
    .work {
      display: block;
      columns: 2;
      column-gap: 6mm;
    }
    .column {
      display: block;
    }
    .column > section {
      margin-block-end: 0.5mm;
    }
    h3 {
      break-after: avoid;
    }
    .say,
    .avoid {
      display: block;
    }
    .say > h3,
    .avoid > h3,
    .card > h3,
    .advice {
      display: inline;
      margin-inline-end: 0.5em;
    }
    .advice {
      break-after: avoid;
    }
    section,
    ul:not([role]),
    ol {
      gap: 0.2mm;
      align-content: start;
    }
    .services > li + li {
      margin-inline-start: 0.5em;
    }
    td .services > li {
      margin: 0;
    }
    .panel p,
    .panel li,
    .panel .services {
      max-inline-size: none;
    }
    .card {
      display: block;
      padding: 1mm 2mm;
    }
    .card > p {
      display: inline;
      padding: 0;
      border: 0;
    }
    .card > p,
    .card .target {
      margin-inline-end: 0.5em;
    }
    /* Beside the title. */
    .printed {
      display: block;
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 0;
      font-size: 8.5pt;
    }
    h2 {
      padding-inline-end: 15em;
    }
    .foot,
    thead,
    svg,
    .source > summary {
      display: none;
    }
    .target,
    .whose,
    .source p,
    .services,
    .services > li > div,
    .services p,
    li .name,
    li .name + p {
      display: inline;
    }
    /* Not broken over two lines: a number would be beside the next name. */
    .services > li {
      display: inline-block;
    }
    /* If backgrounds are printed, a line would cover the lower ends of the letters above it. */
    .target {
      min-block-size: 0;
      padding: 0;
      border: 0;
      background: none;
      text-decoration: none;
    }
    .number {
      font-weight: 700;
      white-space: nowrap;
    }
    li .name {
      font-size: 1em;
    }
    .services,
    .services .target,
    .source p,
    li .name + p {
      margin-inline-start: 0.5em;
    }
    .services > li {
      /* Inline on paper: a background would cover the line above. */
      background: none;
      padding: 0;
    }
    .services div > p:not(:last-child)::after {
      content: '\\00a0· ';
    }
    tbody,
    tr,
    th,
    td,
    td .services > li {
      display: block;
    }
    tr {
      padding-block: 0.2mm;
    }
    th,
    td {
      padding: 0;
    }
    th:first-child {
      inline-size: auto;
    }
    td .services {
      margin: 0;
    }
  }
`;

import { css } from '../../styles/css.js';

export const referralStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  /* In one column whom to refer to comes before who is responsible. Neither order moves anything that takes the focus. */
  .column {
    display: contents;
  }
  .responsible {
    order: 1;
  }
  .panel > .source {
    order: 2;
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
  /* Whether it is open now is no matter of a guide, and not known on paper. */
  .hours > :first-child::before {
    display: none;
  }
  .expected li:first-child {
    font-weight: 600;
  }
  .name {
    font-weight: 700;
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
    .panel {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: 24px 40px;
    }
    .panel > :not(.column) {
      grid-column: 1 / -1;
    }
    .column {
      display: grid;
      gap: 24px;
      align-content: start;
    }
  }
  /* One page of A4, in black and white. */
  @media print {
    .panel {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 1mm 6mm;
      font-size: 8.5pt;
      line-height: 1.15;
    }
    .column {
      display: contents;
    }
    .panel > *,
    section {
      grid-column: 1 / -1;
    }
    h2 {
      grid-row: 1;
    }
    .numbers {
      grid-row: 2;
    }
    .own {
      grid-row: 3;
    }
    .expected,
    .responsible {
      grid-area: 4 / 1;
    }
    .responsible {
      grid-column: 2;
    }
    section,
    ul:not([role]),
    ol {
      gap: 0.5mm;
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
      padding: 1.5mm 3mm;
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
    .foot,
    thead,
    svg,
    .source > summary {
      display: none;
    }
    .target,
    .whose,
    .services,
    .services > li,
    .services > li > div,
    .services p,
    li .name,
    li .name + p {
      display: inline;
    }
    .target {
      min-block-size: 0;
      padding: 0;
      border: 0;
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
    li .name + p {
      margin-inline-start: 0.5em;
    }
    .services > li {
      padding: 0;
    }
    .services div > p:not(:last-child)::after {
      content: '\\00a0· ';
    }
    table {
      display: block;
      columns: 2;
      column-gap: 6mm;
    }
    tbody,
    tr,
    th,
    td,
    td .services > li {
      display: block;
    }
    tr {
      padding-block: 0.5mm;
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

import { css } from 'lit';

export const guideStyles = css`
  .outcome {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 16px;
    border-inline-start: 4px solid var(--_accent);
    background-color: var(--_tint);
  }
  .heading {
    font-size: 1.25em;
    /* The page may have a bar that sticks to the top. */
    scroll-margin-block: 6em;
  }
  fieldset,
  legend,
  dl,
  dd {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .place,
  .label,
  dt {
    font-weight: 600;
  }
  .answers {
    display: grid;
    gap: 12px;
    max-inline-size: 30em;
    margin-block-start: 16px;
  }
  button {
    cursor: pointer;
  }
  .answers > button {
    padding: 8px 16px;
    border-color: var(--_accent);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  dd > ul,
  td > ul,
  .outcome > ul:not(.services) {
    padding-inline-start: 20px;
  }
  dd > ul {
    list-style: disc;
  }
  dl {
    display: grid;
    gap: 12px;
  }
  dd {
    max-inline-size: 65ch;
  }
  .services {
    max-inline-size: 45em;
  }
  .outcome > .services > li {
    background-color: var(--_surface);
  }
  .cards {
    list-style: none;
    border-block-end: 1px solid var(--_border);
  }
  .cards > li,
  details[part='answers'],
  .outcome > [part='permit'] {
    border-block-start: 1px solid var(--_border);
  }
  details:not(.source) > summary {
    min-block-size: 44px;
    padding-block: 8px;
    /* A hanging indent, so that the second line is below the name and not below the marker. */
    padding-inline-start: 1.3125em;
    text-indent: -1.0625em;
  }
  summary > h3 {
    display: inline;
    font-size: 1em;
  }
  .gist {
    display: block;
    text-indent: 0;
    color: var(--_text);
  }
  [part='permit'] > .source {
    padding-block: 12px;
  }
  .not-said {
    max-inline-size: 65ch;
  }
  .not-said > a {
    display: block;
    inline-size: fit-content;
    padding-block: 10px;
    color: var(--_accent);
    font-weight: 600;
  }
  details > dl {
    padding-block: 4px 12px;
  }
  summary {
    min-block-size: 24px;
    color: var(--_accent);
    cursor: pointer;
  }
  .beside {
    display: none;
  }
  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    /* In quirks mode a table inherits neither. */
    font: inherit;
    color: inherit;
  }
  th,
  td {
    padding: 12px 8px;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }
  thead > tr > * {
    background-color: var(--_tint);
  }
  tr > :first-child {
    inline-size: 9em;
  }
  @container (inline-size >= 40em) {
    .cards {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: 24px;
    }
  }
  @container (inline-size >= 60em) {
    .cards {
      display: none;
    }
    .beside {
      display: block;
    }
  }
  /* Cards go on to the next sheet between two answers: in long languages two whole ones would leave most of a sheet empty. */
  @media print {
    .cards {
      font-size: 0.8125em;
    }
    .cards dl {
      gap: 8px;
    }
    .cards .source {
      padding-block-start: 4px;
    }
    summary,
    dl > div,
    .not-said,
    .cards .source,
    tr {
      break-inside: avoid;
    }
    summary {
      break-after: avoid;
    }
  }
`;

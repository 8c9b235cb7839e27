import { css } from 'lit';

export const finderStyles = css`
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  input {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 8px 12px;
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
  }
  ::placeholder {
    color: var(--_text);
    opacity: 0.75;
  }
  .note {
    display: block;
    font-weight: 400;
  }
  .needs {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  /* The helpline: in sight before anything is typed and while somebody types. */
  .beside {
    display: flex;
    flex-wrap: wrap-reverse;
    align-items: end;
    justify-content: space-between;
    gap: 8px 12px;
  }
  .selects {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    padding-block-start: 8px;
  }
  summary.target {
    display: list-item;
    inline-size: fit-content;
    padding-block: 8px;
    list-style-position: inside;
  }
  .target {
    cursor: pointer;
  }
  .need[aria-pressed='true'] {
    border-color: var(--_accent);
    background-color: var(--_accent);
    color: var(--_on-accent);
  }
  /* Not by colour alone: forced colours remove backgrounds. */
  .need[aria-pressed='true']::before {
    content: '\\2713';
    content: '\\2713' / '';
  }
  .count {
    font-weight: 600;
  }
  .empty {
    display: grid;
    gap: 12px;
    padding: 16px;
    border-radius: var(--_radius);
    background-color: var(--_tint);
  }
  .cards {
    display: grid;
    gap: 16px;
    list-style: none;
  }
  .card {
    min-inline-size: 0;
  }
  .group,
  .place {
    font-weight: 600;
  }
  .group {
    grid-column: 1 / -1;
  }
  /*
   * The cards of the results before the last key are hidden, but keep their room, so that the page does not jump while
   * somebody types. Not the folded ones, which are out of sight anyway: hiding them would make the first key slow.
   */
  .typing > .card ~ .card ~ .card:not(.folded),
  .narrow > .card ~ .card:not(.folded) {
    visibility: hidden;
  }
  /* Out of sight, and inert, until "show more" is pressed, which Tab leads to after the cards that show. */
  .cards {
    position: relative;
  }
  .cards > .folded {
    position: absolute;
    inline-size: 100%;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  /* Until "show more" is pressed. */
  .few .need:nth-child(n + 4):not([aria-pressed="true"]) {
    display: none;
  }
  /* The bundled services are few, and always painted. Of a long directory, cards far below are not. */
  .card:nth-child(n + 31) {
    content-visibility: auto;
    contain-intrinsic-size: auto 20em;
  }
  .more {
    justify-self: start;
    font-weight: 600;
  }
  /* One row that scrolls sideways, with the button at its end or below. Large text needs more rows. */
  @container (inline-size >= 16em) {
    .few {
      display: flex;
      /* The button goes below where the needs would have too little room. */
      flex-wrap: wrap;
      gap: 14px 8px;
    }
    .few > .needs {
      flex: 1 1 12.5em;
      min-inline-size: 0;
      flex-wrap: nowrap;
      overflow-x: auto;
      /* Room for the outline of the focus, which a box that scrolls would cut off. */
      margin-block: -6px;
      margin-inline-start: -6px;
      padding: 6px;
      /* Chromium leaves a focused button cut off if a part of it is in sight, unless that part lies in this padding. */
      scroll-padding-inline: 3em;
      scrollbar-width: none;
    }
    .few .need,
    .few > .all {
      flex: none;
    }
    /* A part of the next one shows that the row goes on. */
    .few .need {
      max-inline-size: 75%;
    }
  }
  /* At a zoom of 400 % nobody scrolls in two directions. */
  @media (max-width: 400px) and (max-height: 300px) {
    .few > .needs {
      flex-wrap: wrap;
    }
    .few .need {
      max-inline-size: 100%;
    }
  }
  @container (inline-size >= 30em) {
    .cards {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (inline-size >= 60em) {
    .cards {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @media print {
    .card:nth-child(n) {
      content-visibility: visible;
    }
    .cards {
      display: block;
      columns: 20em;
      column-gap: 12px;
      font-size: 0.875em;
    }
    .cards > .folded {
      position: static;
      block-size: auto;
      padding: 8px 12px;
      clip-path: none;
    }
    .card {
      gap: 4px;
      padding: 8px 12px;
      break-inside: avoid;
      margin-block-end: 12px;
    }
    /* Nobody presses on paper: small cards leave less of a sheet empty, since none is broken. */
    .card .target {
      min-block-size: 0;
      padding-block: 0;
    }
    .card .foot {
      padding-block-start: 4px;
    }
  }
`;

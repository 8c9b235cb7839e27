import { css } from 'lit';

/** Styles of the card of a service, in every element that has one. */
export const cardStyles = css`
  .card {
    display: flex;
    flex-direction: column;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface);
  }
  .name {
    font-size: 1.125em;
    line-height: 1.3;
    font-weight: 700;
  }
  .alert {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--_accent);
    font-weight: 600;
  }
  .hours {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }
  .hours > :first-child {
    font-weight: 600;
  }
  .hours > :first-child::before {
    content: '';
    display: inline-block;
    inline-size: 0.65em;
    block-size: 0.65em;
    margin-inline-end: 0.5em;
    border: 2px solid currentColor;
    border-radius: 50%;
  }
  /* Its border fills it too: forced colours remove backgrounds, and an empty ring would mean closed. */
  .open > :first-child::before {
    border-width: 0.325em;
    background: currentColor;
  }
  .open > :first-child {
    color: var(--_accent);
  }
  .unknown > :first-child {
    font-weight: 400;
  }
  .unknown > :first-child::before {
    display: none;
  }
  .contacts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  /* Text of the page, in its own language: laid out as if it had no box. */
  .words {
    display: contents;
  }
  .local {
    font-size: 0.875em;
  }
  .words + .local {
    padding-inline-start: 8px;
    border-inline-start: 4px solid var(--_border);
  }
  .foot {
    margin-block-start: auto;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_tint);
  }
`;

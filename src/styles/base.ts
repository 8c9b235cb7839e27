import { css } from 'lit';
import { tokens } from './tokens.js';

const ground = css`
  :host {
    display: block;
    container-type: inline-size;
    /* In a table cell or a float the width comes from the content, and a container has none of its own. */
    contain-intrinsic-inline-size: 18em;
    font-size: max(1em, 16px);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  /* Not on the host, where a reset of the page such as * { font-size: 0 !important } would win. */
  [part='base'] {
    background-color: var(--_surface);
    color: var(--_text);
    -webkit-text-fill-color: currentColor;
    -webkit-text-security: none;
    -webkit-text-stroke: 0;
    border-radius: var(--_radius);
    font-size: max(1em, 16px);
    font-size-adjust: none;
    font-style: normal;
    font-weight: 400;
    line-height: 1.5;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    overflow-wrap: anywhere;
    pointer-events: auto;
  }
  p,
  h2,
  h3,
  ul {
    margin: 0;
    padding: 0;
  }
  p {
    max-inline-size: 65ch;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  svg {
    inline-size: 1.5em;
    block-size: 1.5em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linejoin: round;
  }
  /* Two colours, so that one of them shows on any background. */
  :focus-visible {
    outline: 3px solid var(--_text);
    outline-offset: 2px;
    box-shadow: 0 0 0 7px var(--_surface);
  }
  .target {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 4px 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: var(--_accent);
    font: inherit;
    text-align: start;
  }
  .target > svg {
    order: -1;
  }
  .undrawn {
    display: none !important;
  }
  .call,
  .danger,
  .exit {
    font-weight: 600;
  }
  /* Through ::part() a style sheet of the page could show another number instead. */
  [href^='tel:']::before,
  [href^='tel:']::after {
    content: none !important;
  }
  [href^='tel:'] {
    content: normal !important;
    list-style: none !important;
    background-image: none !important;
    border-image: none !important;
    filter: none !important;
    mask: none !important;
    clip-path: none !important;
    text-emphasis: none !important;
    opacity: 1 !important;
    /* Other text takes the spacing of the page and of the reader (WCAG 1.4.12). Without gaps, a number cannot be read. */
    letter-spacing: normal;
    word-spacing: normal;
    /* A link that gets the focus must not be under the exit button. */
    scroll-margin-block: 80px;
  }
  .call {
    border-color: var(--_accent);
    background-color: var(--_accent);
    color: var(--_on-accent);
    text-decoration: none;
  }
  .danger.target {
    border-color: currentColor;
    color: var(--_danger);
  }
  /* Large text on a narrow phone: a number stays in one piece. */
  @container (inline-size <= 10em) {
    .target > svg {
      display: none;
    }
    .number > bdi {
      font-size: clamp(16px, 11cqi, 1em);
    }
  }
  .whose,
  .about {
    display: block;
    font-weight: 400;
  }
  .frame-foot {
    display: flex;
    flex-wrap: wrap;
    flex-basis: 100%;
    grid-column: 1 / -1;
    align-items: center;
    gap: 0 16px;
  }
  .frame-foot:empty {
    display: none;
  }
  .draft {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    max-inline-size: none;
  }
  .draft:not(.first) > span {
    display: none;
  }
  .draft[data-mark]:not(.first)::before {
    content: attr(data-mark);
  }
  .frame-foot .target {
    padding: 0;
    border: 0;
    background: none;
    text-decoration: underline;
  }
  @media (prefers-contrast: more) {
    :host {
      --_border: var(--_text);
    }
  }
  @media print {
    :host {
      color-scheme: light;
      --_tint: #fff;
      --_accent: #000;
      --_on-accent: #000;
      --_danger: #000;
    }
    .no-print {
      display: none !important;
    }
    .call {
      background: none;
    }
  }
`;

/** The base styles of every widget. */
export const base = [tokens, ground];

import { css } from './css.js';

/**
 * Ground for every widget. Public knobs are `--havn-*`; what begins `--_` is ours.
 * Relative colours hold any accent of a host's readable: dark enough on light ground, light enough on dark.
 */
export const base = css`
  :host {
    --_accent: var(--havn-accent, LinkText);
    --_on-accent: Canvas;
    --_text: var(--havn-text, CanvasText);
    --_surface: var(--havn-surface, Canvas);
    --_tint: var(--havn-tint, Canvas);
    --_border: var(--havn-border, #748487);
    --_danger: CanvasText;
    --_radius: var(--havn-radius, 8px);
    display: block;
    container-type: inline-size;
    /* In a table cell or a float the width comes from the content, and a container has none of its own. */
    contain-intrinsic-inline-size: 18em;
    font: inherit;
    font-size: max(1em, 16px);
    font-style: normal;
    font-weight: 400;
    line-height: 1.5;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none;
  }
  /* Elsewhere the colours of the system, which follow light and dark too. */
  @supports (color: oklch(from light-dark(red, red) min(l, 1) c h)) {
    :host {
      --_accent: light-dark(
        oklch(from var(--havn-accent, #0b5563) min(l, 0.42) c h),
        oklch(from var(--havn-accent, #0b5563) max(l, 0.82) c h)
      );
      --_on-accent: light-dark(#fff, #0a1213);
      --_tint: var(--havn-tint, light-dark(#eef4f4, #1d2829));
      --_danger: light-dark(#9b0b1d, #ffb4ab);
    }
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  [part='base'],
  .draft {
    background: var(--_surface);
    color: var(--_text);
    border-radius: var(--_radius);
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
  /* Two colours: one of them shows on any ground. */
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
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    text-align: start;
  }
  .call,
  .danger {
    font-weight: 600;
  }
  .call {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    text-decoration: none;
  }
  .danger.target {
    border-color: currentColor;
    color: var(--_danger);
  }
  .whose {
    display: block;
    font-weight: 400;
  }
  .draft {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    padding-inline: 16px;
    max-inline-size: none;
  }
  .draft .target {
    padding-inline: 0;
    border: 0;
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
    /* All is open on paper: a marker that points to "closed" would lie. */
    summary {
      list-style: none;
    }
    ::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;

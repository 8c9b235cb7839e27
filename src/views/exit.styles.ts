import { css } from 'lit';

/** Styles of the exit, in every element that has one. */
export const exitStyles = css`
  [dir='rtl'] .exit svg {
    transform: scaleX(-1);
  }
  /* As large as what is in sight; only what is in it can be pressed. */
  [popover] {
    position: fixed;
    inset: 0 auto auto 0;
    z-index: 99999;
    inline-size: 100%;
    block-size: 100%;
    display: grid;
    align-content: end;
    justify-items: end;
    border: 0;
    margin: 0;
    padding: 8px;
    color: var(--_text);
    /* As large as the text of the page, within bounds: what a filter lets anybody write around a placeholder is inherited. */
    font-size: clamp(16px, 1em, 24px);
    writing-mode: horizontal-tb;
    letter-spacing: normal;
    word-spacing: normal;
    background: none;
    pointer-events: none;
    /* It takes the corner, and the presses there, also of a part of the page that is not to be seen. */
    visibility: visible;
  }
  .aside {
    align-content: start;
  }
  [popover] > * {
    background-color: var(--_surface);
    pointer-events: auto;
  }
  [popover] > :not(:empty) {
    padding: 8px 12px;
  }
  /* Never over the middle of a field or a button of a phone's width: a press there must not leave. */
  [popover] > .exit {
    min-inline-size: min-content;
    max-inline-size: 47%;
    overflow-wrap: normal;
  }
  /* At the end of a page, one can scroll on until the button covers nothing of this. Elsewhere it takes no room. */
  [popover] ~ details::after {
    content: '';
    position: absolute;
    padding: 2.25em 1px;
  }
  /* Shows while the button is hovered or has the focus, and only with a mouse: a phone has no Shift key. */
  .hint {
    display: none;
    order: -1;
  }
  @media (hover: hover) and (pointer: fine) {
    :is(:hover, :focus-within):not(.quiet) > [role='status']:empty ~ .hint {
      display: block;
    }
  }
`;

import { css } from 'lit';

/** Styles of the exit, in every element that has one. */
export const exitStyles = css`
  [dir='rtl'] .exit svg {
    transform: scaleX(-1);
  }
  /* As large as the window. Presses beside the button go to the page. */
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
    /* As large as the text of the page, within bounds: whoever writes a placeholder may also set the size around it. */
    font-size: clamp(16px, 1em, 24px);
    writing-mode: horizontal-tb;
    letter-spacing: normal;
    word-spacing: normal;
    background: none;
    pointer-events: none;
    /* Also if the part of the page around it is hidden. */
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
  /* Less than half: on a phone it must not cover the middle of a wide field or button, where a press would leave. */
  [popover] > .exit {
    min-inline-size: min-content;
    max-inline-size: 47%;
    overflow-wrap: normal;
  }
  /* On a phone: two lines at most, so that it is not higher than the room that numbers keep below them. */
  @media (max-width: 400px) {
    [popover] > .exit > svg {
      display: none;
    }
  }
  /* At a zoom of 400 % the button would cover a third of the window. */
  @media (max-height: 300px) {
    [popover] > .exit {
      padding: 4px 8px;
      line-height: 1.25;
    }
  }
  /* Lets readers scroll on at the end of a page, until the button covers nothing of this. It takes no other room. */
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

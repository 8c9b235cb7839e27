import type { CSSResult } from 'lit';

/** The parsed style sheet. `define` has made sure that the browser has such style sheets. */
export const sheetOf = ({ styleSheet }: CSSResult): CSSStyleSheet => styleSheet as CSSStyleSheet;

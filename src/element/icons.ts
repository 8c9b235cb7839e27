import { html } from 'lit';

// Always beside a word, hence hidden from assistive technology. Functions, so that a script carries only those it shows.
export const phoneIcon = () =>
  html`<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 3h4l2 5-2 2q2 4 5 5l2-2 5 2v4q0 2-2 2Q5 20 3 5q0-2 2-2z"/></svg>`;
export const mailIcon = () =>
  html`<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 6h18v12H3zM3 7l9 6 9-6"/></svg>`;
export const webIcon = () =>
  html`<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18z"/></svg>`;
export const leaveIcon = () =>
  html`<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M10 4H4v16h6M9 12h11M16 8l4 4-4 4"/></svg>`;

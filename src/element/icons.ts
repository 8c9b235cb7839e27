import { html } from 'lit/html.js';

// Always beside a word, hence hidden from assistive technology.
export const phoneIcon = html`<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 3h3l2 5-2.5 1.5a12 12 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"/></svg>`;
export const mailIcon = html`<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 6h18v12H3zM3 7l9 6 9-6"/></svg>`;
export const webIcon = html`<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18z"/></svg>`;
export const leaveIcon = html`<svg class="directed" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M10 4H4v16h6M9 12h11M16 8l4 4-4 4"/></svg>`;

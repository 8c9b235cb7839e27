import { html } from 'lit/html.js';

// Icons are always beside a word, so they are hidden from assistive technology. They are functions, so that a script
// contains only the icons that it shows. Chromium makes 30 kB of interfaces for the first SVG node that a script reads.
// Lit reads the nodes of a template up to the last value, and one more node. So every icon is the last in its template,
// behind an empty comment: that comment is the one more node.
export const webIcon = () =>
  html`<!-- --><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18z"/></svg>`;
export const leaveIcon = () =>
  html`<!-- --><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M10 4H4v16h6M9 12h11M16 8l4 4-4 4"/></svg>`;

/** Runs in the page: whether an element there shows its own content in a language. */
export const speaks = (selector: string, language: string) =>
  document.querySelector(selector)?.shadowRoot?.querySelector(`[part=base][lang=${language}]`) != null;

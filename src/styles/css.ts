/** A style sheet as text, not yet parsed. */
export type Css = string;

/** Marks a text as CSS, for editors and for the build, which minifies it. */
export const css = (strings: TemplateStringsArray): Css => strings.join('');

const sheets = new Map<Css, CSSStyleSheet>();

/** The parsed style sheet: parsed once, and shared by all elements of the page. */
export function sheetOf(text: Css): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}

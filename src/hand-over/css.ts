/** Marks a text as CSS, for editors and for the build, which minifies it. Lit's `css` would bring Lit into the script. */
export const css = (strings: TemplateStringsArray): string => strings.join('');

const sheets = new Map<string, CSSStyleSheet>();

/** The parsed style sheet: parsed once, and shared by all widgets of the page. */
export function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}

/** Warns the webmaster on the console. Never throws, even if the host page has replaced `console`. */
export function warn(subject: string, text: string): void {
  try {
    console.warn(`<${subject}>: ${text}`);
  } catch {
    // Nobody to tell.
  }
}

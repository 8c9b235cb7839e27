/** Tells the webmaster, on the console. Never throws: host pages replace `console`. */
export function warn(subject: string, text: string): void {
  try {
    console.warn(`<${subject}>: ${text}`);
  } catch {
    // Nobody to tell.
  }
}

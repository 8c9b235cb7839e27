import { warn } from '../base/warn.js';

/** Does what can fail: the widget then stands without it, and the page hears of no exception. */
export function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    warn('hand-over', `failed: ${error}`);
  }
}

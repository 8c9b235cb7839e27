import { warn } from '../base/warn.js';

/** Runs an action that may fail: the widget then works without it, and the page gets no exception. */
export function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    warn('hand-over', `failed: ${error}`);
  }
}

import { HavnElement } from '../base/havn-element.js';
import { nextTask } from '../directory/next-task.js';

/** Up to this many elements render at once: taking turns would gain nothing. */
const few = 4;
/** How long a turn lasts, in milliseconds. Even with its last element it is too short for a reader to notice. */
const turnLength = 4;

/**
 * Elements that are connected while `action` runs render one after the other, in the order of the page. Between two
 * turns the browser paints and handles input. Until its turn comes, an element shows the fallback inside its tag.
 */
export function inTurns(action: () => void): void {
  const waiting: {
    readonly element: HavnElement;
    readonly turn: Promise<void>;
    readonly start: () => void;
  }[] = [];
  const { waitForTurn } = HavnElement;
  HavnElement.waitForTurn = element => {
    let start = () => {};
    const turn = new Promise<void>(resolve => (start = resolve));
    waiting.push({ element, turn, start });
    return turn;
  };
  action();
  HavnElement.waitForTurn = waitForTurn;
  waiting.sort(({ element }, other) => (element.compareDocumentPosition(other.element) & 4 ? -1 : 1));
  // In a microtask: Lit schedules the update that waits before that.
  void Promise.resolve().then(async () => {
    let end = 0;
    for (const { element, turn: shown, start } of waiting) {
      element.isBrief = waiting.length > few;
      try {
        if (element.isBrief && Date.now() > end) {
          await nextTask();
          end = Date.now() + turnLength;
        }
      } catch {
        // The page has replaced a function that is used here.
      }
      start();
      await shown;
    }
  });
}

import { HavnElement } from '../base/havn-element.js';
import { nextTask } from '../directory/next-task.js';

/** Up to this many elements render at once: taking turns would gain nothing. */
const few = 4;
/** How long a turn lasts, in milliseconds. Even with its last element it is too short for a reader to notice. */
const turn = 4;

/**
 * Elements that are connected while `action` runs render one after the other, in the order of the page. Between two
 * turns the browser paints and handles input. Until its turn comes, an element shows the fallback inside its tag.
 */
export function inTurns(action: () => void): void {
  const waiting: HavnElement[] = [];
  const { start } = HavnElement;
  const shown = Promise.resolve().then(async () => {
    let end = 0;
    for (const element of waiting) {
      element.isBrief = waiting.length > few;
      try {
        if (element.isBrief && Date.now() > end) {
          await nextTask();
          end = Date.now() + turn;
        }
      } catch {
        // The page has replaced a function that is used here.
      }
      element.update();
    }
  });
  HavnElement.start = element => {
    waiting.push(element);
    return shown;
  };
  action();
  HavnElement.start = start;
  waiting.sort((one, other) => (one.compareDocumentPosition(other) & 4 ? -1 : 1));
}

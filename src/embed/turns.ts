import { HavnElement } from '../base/havn-element.js';
import { nextTask } from '../directory/next-task.js';

/** So many render at once: to take turns gains nothing then. */
const few = 4;
/** In milliseconds: so long a turn goes on. With the element that it ends with, no reader notices it. */
const turn = 4;

/**
 * Elements that come to the page while this runs render one after the other, in the order of the page, and between two
 * turns the browser paints and hears the reader. Until its turn comes an element shows what was pasted inside its tag.
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
        // The page has replaced what is asked for here.
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

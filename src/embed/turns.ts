import { HavnElement } from '../element/havn-element.js';

/** So many render at once: to take turns gains nothing then. */
const few = 4;
/** In milliseconds: so long a turn goes on. With the element that it ends with, no reader notices it. */
const slice = 4;

/** Not by a timer: pages replace those, and browsers hold them back. */
const nextTask = () =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

/**
 * Elements that come to the page while this runs render one after the other, in the order of the page, and between two
 * turns the browser paints and hears the reader. Until its turn comes an element shows what was pasted inside its tag.
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
  // Later: Lit first schedules the update that is to wait.
  void Promise.resolve().then(async () => {
    let end = 0;
    for (const { element, turn, start } of waiting) {
      element.isBrief = waiting.length > few;
      try {
        if (element.isBrief && Date.now() > end) {
          await nextTask();
          end = Date.now() + slice;
        }
      } catch {
        // The page has replaced what is asked for here.
      }
      start();
      await turn;
    }
  });
}

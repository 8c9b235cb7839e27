import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { attempt, canTouch, keepWayQuiet, leavePage } from '../safety/exit.js';
import { boxOf, cutHole, keepDrawn, keepSize, raise, raiseAbove } from './exit-on-top.js';

/** The exits on the page by their host elements, in the order in which they were added. Each script has its own. */
const exits = new Map<EventTarget, ExitController>();
/** The exit that stays in sight. */
let first: ExitController | undefined;
/** Whether Shift is down, and nothing else has been pressed since. */
let isAlone = false;
/** Whether the last press was one of a key. */
let isByKeys = true;

/** The events that an exit needs. */
const heard = 'focusin mousedown click toggle fullscreenchange pointerdown pointerup keydown keyup'.split(
  ' ',
);
/** Other events by which a script could count presses: those of an exit's button are stopped. */
const stopped = [
  ...['mouseup', 'touchstart', 'touchend', 'contextmenu', 'auxclick'],
  ...['focus', 'blur', 'focusout', 'keypress'],
];

/** In milliseconds: Shift has to be pressed three times within this time. */
const shortcutTime = 5000;
/** In pixels: how far the button reaches up from the bottom of the window. */
const reach = 72;

/** The dialog or popover that covers the page and contains the focus. */
let cover: Element | undefined;
const isCover = (element: Element): boolean => element.matches?.('dialog:modal,[popover]:popover-open');

/** In milliseconds: what a press opens is open by then. */
const untilOpen = 100;
/** In milliseconds: how often the page looks for what has opened without a press, such as a newsletter's popover. */
const watchTime = 1000;

const watch = (): void => {
  attempt(() => {
    if (!first?.float) return;
    raiseAbove(first.float);
    // A frame may come, or move, after its dialog has opened.
    cutHole(first.float);
  });
};
let watching: ReturnType<typeof setInterval> | undefined;

/**
 * By the name of its type: `instanceof KeyboardEvent` would make a browser build that interface, which takes 5 kB of
 * memory on each page.
 */
const isOfKey = (event: Event): event is KeyboardEvent => event.type.startsWith('key');

/** Whether an element is rendered: not in `display: none` nor, in WebKit, skipped by `content-visibility: auto`. */
const hasBox = (element: HTMLElement): boolean =>
  element.checkVisibility
    ? element.checkVisibility({ contentVisibilityAuto: true })
    : element.getClientRects().length > 0;

/**
 * Exits that can be seen and used rank highest. Next, an exit written as a tag ranks above one in a `data-havn`
 * placeholder, which HTML sanitisers let anybody write.
 */
const rankOf = ({ host }: ExitController): number =>
  (hasBox(host) && !host.closest('[inert]') ? 2 : 0) + (host.matches('[data-havn] > *') ? 0 : 1);

/** The first exit of those with the highest rank. */
function firstOf(some: Iterable<ExitController>): ExitController | undefined {
  let best: ExitController | undefined;
  for (const exit of some) if (!best || rankOf(exit) > rankOf(best)) best = exit;
  return best;
}

/** Makes an exit the first, and renders the two exits that this changes. */
function putFirst(exit: ExitController | undefined): void {
  if (exit === first) return;
  const before = first;
  first = exit;
  before?.host.requestUpdate();
  exit?.host.requestUpdate();
}

/** Chooses the first exit again: an exit may have come into sight, or gone out of sight. */
function lookAgain(): void {
  const [one] = exits.values();
  // The rank of a single exit is not computed: that would make the browser lay out the whole page.
  putFirst(exits.size > 1 ? firstOf(exits.values()) : one);
}

/**
 * The exit whose button is pressed. Enter is the only key that presses it: exits of other scripts need to hear Shift,
 * too.
 */
function pressedBy(event: Event): ExitController | undefined {
  if (isOfKey(event) && event.key !== 'Enter') return undefined;
  const path = event.composedPath();
  const host = path.find(target => exits.has(target));
  const exit = host && exits.get(host);
  const button = exit?.host.shadowRoot?.querySelector('[part=exit]');
  return button && path.indexOf(button) >= 0 ? exit : undefined;
}

/** One listener for all exits: on a page with many exits each event is handled once. */
function hear(event: Event): void {
  try {
    const { type } = event;
    const pressed = pressedBy(event);
    if (pressed) {
      if (type === 'click') {
        pressed.leave(event);
        return;
      }
      event.stopImmediatePropagation();
    }
    if (stopped.indexOf(type) >= 0) return;
    lookAgain();
    if (/down/.test(type)) isByKeys = isOfKey(event);
    if (isOfKey(event)) {
      hearKey(event);
      // Within one shadow root, a move of the focus is not heard outside of it: the key is.
      if (type === 'keyup' && /^(Tab|Enter| )$/.test(event.key)) first?.stayWithinReach(event);
    } else {
      // A button hears of the press after us, and then opens what it opens.
      if (type === 'click') setTimeout(watch, untilOpen);
      // A toggle does not count: Firefox dispatches it late for an opened popover, between the keydown and the keyup of
      // a key.
      if (/down|click/.test(type)) isAlone = false;
      first?.stayWithinReach(event);
    }
  } catch {
    // The link still works without this code.
  }
}

/** Shift counts when it is released and nothing else was pressed with it: Shift as a modifier does not count. */
function hearKey(event: KeyboardEvent): void {
  const isShift = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey;
  if (event.type === 'keydown') {
    isAlone = isShift && !event.repeat;
    if (!isShift) for (const exit of exits.values()) exit.count(0);
    // WCAG 1.4.13: what covers the page can be dismissed without moving the pointer or the focus.
    if (event.key === 'Escape') first?.float?.classList.add('quiet');
  } else if (isShift && isAlone) {
    isAlone = false;
    // The first exit that has the shortcut: an exit without it must not take it from the others.
    const exit = firstOf([...exits.values()].filter(({ hasShortcut }) => hasShortcut));
    if (exit?.presses === 2) exit.leave(event);
    else exit?.count(exit.presses + 1);
  }
}

/** An exit: its link leaves the page, and so does pressing Shift three times. It is always within reach. */
export class ExitController implements ReactiveController {
  /** How often Shift was pressed within `shortcutTime`. */
  presses = 0;
  /** Whether leaving was refused: the frame may not navigate the page around it. */
  isRefused = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param href where it leads
   * @param isThere whether the element shows it now
   */
  constructor(
    readonly host: HTMLElement & ReactiveControllerHost,
    readonly href: () => string,
    private readonly isThere: () => boolean = () => true,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    this.show(this.isThere());
  }

  hostDisconnected(): void {
    this.show(false);
  }

  /** In a frame of another site, only a press on the link may navigate the page around it: pressing Shift may not. */
  get hasShortcut(): boolean {
    return !this.host.hasAttribute('no-shortcut') && canTouch(top);
  }

  /** Whether this is the one exit on the page that stays in sight. */
  get isFirst(): boolean {
    return first === this;
  }

  /** The part of the exit that stays in sight, above everything else. In a frame no part does. */
  get float(): HTMLElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLElement>('[popover]');
  }

  private show(isThere: boolean): void {
    if (isThere !== exits.has(this.host)) {
      if (isThere) exits.set(this.host, this);
      else exits.delete(this.host);
      // The first exit was added, or the last one removed.
      if (exits.size === (isThere ? 1 : 0)) {
        const listen = isThere ? 'addEventListener' : 'removeEventListener';
        // In the capture phase, on the window: before a listener of the host page can stop or report the event.
        for (const type of [...heard, ...stopped]) window[listen](type, hear, true);
        clearInterval(watching);
        if (isThere) watching = setInterval(watch, watchTime);
        keepWayQuiet();
        attempt(() => {
          for (const type of ['resize', 'scroll']) visualViewport?.[listen](type, hear);
        });
      }
      if (this === first) {
        first = undefined;
        // Once, when all exits that are removed together are gone.
        void Promise.resolve().then(lookAgain);
      } else if (isThere && (!first || rankOf(this) > rankOf(first))) putFirst(this);
    }
    // If the button cannot be raised, it stays in its place on the page.
    attempt(() => {
      const { float } = this;
      if (isThere && this.isFirst && float && !float.matches(':popover-open')) {
        keepDrawn(this.host);
        raise(float);
      }
    });
  }

  /** A browser may keep the page in its back/forward cache: the page must not tell that somebody wanted to leave. */
  forget(): void {
    clearTimeout(this.timer);
    this.presses = 0;
    this.isRefused = false;
  }

  readonly leave = (event: Event): void => {
    event.preventDefault();
    // Scripts that count clicks on links must not hear of this one.
    event.stopImmediatePropagation();
    try {
      this.isRefused = !leavePage(this.href());
    } catch {
      // The page has broken something that blanking it needs.
      location.replace(this.href());
    }
    this.host.requestUpdate();
  };

  /** Keeps the button above everything that covers the page, and away from the element that has the focus. */
  stayWithinReach(event: Event): void {
    const { type } = event;
    const { float } = this;
    if (!float) return;
    if (type === 'focusin' || type === 'keyup') {
      // The focused element must be in sight, too: if it is near the bottom, the button moves to the top of the window.
      // Not after a tap: the button must not jump or land under the finger. But a field has to show what is typed: the page
      // makes room for it, if it can.
      const path = event.composedPath() as Element[];
      const [focused] = path as [Element];
      if (!float.contains(focused)) {
        float.classList.remove('quiet');
        const isLow = () => focused.getBoundingClientRect().bottom > innerHeight - reach;
        const isTyped = !isByKeys && focused.matches(':focus-visible');
        if (isTyped && isLow()) focused.scrollIntoView({ block: 'center', behavior: 'instant' });
        const isNear = isLow();
        if (!isNear || isByKeys || isTyped) float.classList.toggle('aside', isNear);
        // No `toggle` event tells of a dialog inside a component, nor of any dialog in Chromium before 132.
        const now = path.find(isCover);
        if (now && now !== cover) raise(float);
        cover = now;
      }
    } else if (type === 'click' || type === 'mousedown' || type === 'pointerup') {
      // A modal dialog receives the presses on everything outside it, even on a button that lies over it.
      const { clientX, clientY } = event as MouseEvent;
      const { left, right, top, bottom } = boxOf(float);
      if (clientX <= left || clientX >= right || clientY <= top || clientY >= bottom) return;
      // Otherwise the dialog would get the focus, and the button would move out of its way, before the click.
      if (type === 'mousedown') event.preventDefault();
      // Safari on iOS dispatches no click for a tap on an element without listeners, such as the background of a
      // dialog.
      else if (type === 'click' || (event as PointerEvent).pointerType === 'touch') this.leave(event);
    } else if (type === 'toggle' || type === 'fullscreenchange') {
      raise(float);
    } else if (visualViewport instanceof EventTarget) {
      // Fixed elements do not follow the visible part of the page when a keyboard opens or the reader pinch-zooms.
      const { offsetLeft, offsetTop, width, height } = visualViewport;
      keepSize(float);
      const { zoom } = float.style;
      float.style.cssText = `zoom:${zoom};inline-size:${width}px;block-size:${height}px;translate:${offsetLeft}px ${offsetTop}px`;
    }
    raiseAbove(float);
    cutHole(float);
  }

  count(presses: number): void {
    if (presses === this.presses) return;
    this.presses = presses;
    if (!presses) clearTimeout(this.timer);
    if (presses === 1) this.timer = setTimeout(() => this.count(0), shortcutTime);
    this.host.requestUpdate();
  }
}

import { attempt, canTouch, keepWayQuiet, leavePage } from '../safety/exit.js';

/** Those on the page by their elements, first come first. Of two scripts each has its own. */
const exits = new Map<EventTarget, ExitController>();
/** The one that stays in sight. */
let first: ExitController | undefined;
/** Shift is down, and nothing else has been pressed since. */
let isAlone = false;

/** What it lives by. */
const heard = ['focusin', 'mousedown', 'click', 'toggle', 'pointerdown', 'pointerup', 'keydown', 'keyup'];
/** What else a counter of presses could listen to: of its button it is stopped. */
const stopped = [
  ...['mouseup', 'touchstart', 'touchend', 'contextmenu', 'auxclick'],
  ...['focus', 'blur', 'focusout', 'keypress'],
];

/** In milliseconds: three presses have to come within it. */
const shortcutTime = 5000;
/** In pixels: how far the button reaches into the page from its end. */
const reach = 72;

/** What covers the page, and has the focus in it. */
let cover: Element | undefined;
const isCover = (element: Element): boolean => element.matches?.('dialog:modal,[popover]:popover-open');

/**
 * Undoes a `zoom` of what is around it, which reaches it wherever it is shown: it could be as small as a point. Of what is
 * very small only a part of a pixel is left to measure: the next time is more exact.
 */
function keepSize(float: HTMLElement): void {
  const { style } = float;
  const zoom = float.getBoundingClientRect().width / float.offsetWidth;
  // No number where it makes no box.
  if (Math.abs(zoom - 1) > 0.01) style.zoom = `${(Number(style.zoom) || 1) / (zoom || 0.001)}`;
}

/** Above everything, also above the dialog or notice that has opened last. */
function raise(float: HTMLElement): void {
  const focused = (float.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  if (float.matches(':popover-open')) float.hidePopover();
  float.showPopover();
  keepSize(float);
  focused?.focus();
}

/** By its name: to name the interface of keys makes a browser build it, which takes 5 kB of memory on each page. */
const isOfKey = (event: Event): event is KeyboardEvent => event.type.startsWith('key');

/** Whether an element is not within what `display: none` hides, nor, in WebKit, what `content-visibility: auto` leaves out. */
const hasBox = (element: HTMLElement): boolean =>
  element.checkVisibility
    ? element.checkVisibility({ contentVisibilityAuto: true })
    : element.getClientRects().length > 0;

/** What can be seen and used before the rest; by a tag before in a placeholder, which a filter lets anybody write. */
const rankOf = ({ host }: ExitController): number =>
  (hasBox(host) && !host.closest('[inert]') ? 2 : 0) + (host.matches('[data-havn] > *') ? 0 : 1);

/** Of those of the highest rank the first. */
function firstOf(some: Iterable<ExitController>): ExitController | undefined {
  let best: ExitController | undefined;
  for (const exit of some) if (!best || rankOf(exit) > rankOf(best)) best = exit;
  return best;
}

/** Makes one the first, and has those rendered for which that changes something. */
function putFirst(exit: ExitController | undefined): void {
  if (exit === first) return;
  const before = first;
  first = exit;
  before?.update();
  exit?.update();
}

/** Another one may have come into sight, or gone out of it. */
function lookAgain(): void {
  const [one] = exits.values();
  // One alone is not asked where it is, which would make the browser work out the whole page.
  putFirst(exits.size > 1 ? firstOf(exits.values()) : one);
}

/** The one whose button is pressed. Of keys only the one that presses it: Shift is heard by the ways out of other scripts too. */
function pressedBy(event: Event): ExitController | undefined {
  if (isOfKey(event) && event.key !== 'Enter') return undefined;
  const path = event.composedPath();
  const host = path.find(target => exits.has(target));
  const exit = host && exits.get(host);
  const button = exit?.host.shadowRoot?.querySelector('[part=exit]');
  return button && path.indexOf(button) >= 0 ? exit : undefined;
}

/** For all of them: on a page with many each event is heard once. */
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
    if (isOfKey(event)) hearKey(event);
    else {
      // Not by a toggle: Firefox tells of the opened popover late, between a key's down and its up.
      if (/down|click/.test(type)) isAlone = false;
      first?.stayWithinReach(event);
    }
  } catch {
    // The link leads out by itself.
  }
}

/** Shift counts when it is let go and nothing else was pressed with it: as a modifier it is not meant. */
function hearKey(event: KeyboardEvent): void {
  const isShift = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey;
  if (event.type === 'keydown') {
    isAlone = isShift && !event.repeat;
    // What covers the page has to go without moving the pointer or the focus (WCAG 1.4.13).
    if (event.key === 'Escape') first?.float.classList.add('quiet');
    if (!isShift) for (const exit of exits.values()) exit.count(0);
  } else if (isShift && isAlone) {
    isAlone = false;
    // Not the first of all: one without must not take it from the others.
    const exit = firstOf([...exits.values()].filter(({ hasShortcut }) => hasShortcut));
    if (exit?.presses === 2) exit.leave(event);
    else exit?.count(exit.presses + 1);
  }
}

/** A way out: it leaves by its link and by Shift, three times, and is always within reach. */
export class ExitController {
  /** How often Shift was pressed, for a moment. */
  presses = 0;
  /** The frame must not close the page around it. */
  isRefused = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly host: HTMLElement,
    readonly update: () => void,
    readonly href: () => string,
  ) {}

  /** In a frame of another site only a press may move the page around it: a key is none. */
  get hasShortcut(): boolean {
    return !this.host.hasAttribute('no-shortcut') && canTouch(top);
  }

  /** One on a page stays in sight. */
  get isFirst(): boolean {
    return first === this;
  }

  /** What is in sight of it, above all else. */
  get float(): HTMLElement {
    return this.host.shadowRoot?.querySelector('[popover]') as HTMLElement;
  }

  /** Whether it is on the page; to be called whenever it has been rendered. */
  show(isThere: boolean): void {
    if (isThere !== exits.has(this.host)) {
      if (isThere) exits.set(this.host, this);
      else exits.delete(this.host);
      // The first has come, or the last has gone.
      if (exits.size === (isThere ? 1 : 0)) {
        const listen = isThere ? 'addEventListener' : 'removeEventListener';
        // Capturing, on the window: before a listener of the host's can stop or report what is pressed.
        for (const type of [...heard, ...stopped]) window[listen](type, hear, true);
        keepWayQuiet();
        attempt(() => {
          for (const type of ['resize', 'scroll']) visualViewport?.[listen](type, hear);
        });
      }
      if (this === first) {
        first = undefined;
        // Once, when all have gone that go together.
        void Promise.resolve().then(lookAgain);
      } else if (isThere && (!first || rankOf(this) > rankOf(first))) putFirst(this);
    }
    // Where it cannot be raised the link stands in its place.
    attempt(() => {
      if (isThere && this.isFirst && !this.float.matches(':popover-open')) raise(this.float);
    });
  }

  /** A browser may keep the page as it is: it must not tell that somebody wanted to leave. */
  forget(): void {
    clearTimeout(this.timer);
    this.presses = 0;
    this.isRefused = false;
  }

  readonly leave = (event: Event): void => {
    event.preventDefault();
    // Nobody who counts the clicks on links hears of it.
    event.stopImmediatePropagation();
    this.isRefused = !leavePage(this.href());
    this.update();
  };

  /** Above everything that covers the page, and beside what has the focus. */
  stayWithinReach(event: Event): void {
    const { type } = event;
    const { float } = this;
    if (type === 'focusin') {
      // What has the focus must be in sight, too: the button goes to the other end of the page.
      const path = event.composedPath() as Element[];
      const [focused] = path as [Element];
      if (!float.contains(focused)) {
        float.classList.remove('quiet');
        float.classList.toggle('aside', focused.getBoundingClientRect().bottom > innerHeight - reach);
        // A dialog within a component, and each one in Chromium before 132, tells nobody that it has opened.
        const now = path.find(isCover);
        if (now && now !== cover) raise(float);
        cover = now;
      }
    } else if (type === 'click' || type === 'mousedown' || type === 'pointerup') {
      // Also of a modal dialog, which takes the presses on all that is outside it, even on what lies over it.
      const { clientX, clientY } = event as MouseEvent;
      const { left, right, top, bottom } = (
        float.querySelector('[part=exit]') as Element
      ).getBoundingClientRect();
      if (clientX <= left || clientX >= right || clientY <= top || clientY >= bottom) return;
      // The dialog would get the focus, and the button make way for it, before the click.
      if (type === 'mousedown') event.preventDefault();
      // Safari on iOS makes no click of a finger on what nothing listens to, such as the ground of a dialog.
      else if (type === 'click' || (event as PointerEvent).pointerType === 'touch') this.leave(event);
    } else if (type === 'toggle') {
      raise(float);
    } else if (visualViewport instanceof EventTarget) {
      // What is fixed stays behind where a keyboard opens, or the reader zooms in with two fingers.
      const { offsetLeft, offsetTop, width, height } = visualViewport;
      keepSize(float);
      const { zoom } = float.style;
      float.style.cssText = `zoom:${zoom};inline-size:${width}px;block-size:${height}px;translate:${offsetLeft}px ${offsetTop}px`;
    }
  }

  count(presses: number): void {
    if (presses === this.presses) return;
    this.presses = presses;
    if (!presses) clearTimeout(this.timer);
    if (presses === 1) this.timer = setTimeout(() => this.count(0), shortcutTime);
    this.update();
  }
}

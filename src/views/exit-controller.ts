import { keepWayQuiet, leavePage } from '../safety/exit.js';

/** Those on the page, first come first. Of two scripts each has its own. */
const exits = new Set<ExitController>();

/** What it lives by. */
const heard = ['focusin', 'click', 'toggle', 'pointerdown', 'keydown', 'keyup'];
/** What else a counter of presses could listen to: of its button it is stopped. */
const stopped = [
  ...['pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'contextmenu', 'auxclick'],
  ...['focus', 'blur', 'focusout', 'keypress'],
];

/** In milliseconds: three presses have to come within it. */
const shortcutTime = 5000;
/** In pixels: how far the button reaches into the page from its end. */
const reach = 72;

/** By its name: to name the interface of keys makes a browser build it, which takes 5 kB of memory on each page. */
const isOfKey = (event: Event): event is KeyboardEvent => event.type.startsWith('key');

/** Whether an element is not within what `display: none` hides. */
const hasBox = (element: HTMLElement): boolean =>
  element.checkVisibility ? element.checkVisibility() : element.getClientRects().length > 0;

/** A way out: it leaves by its link and by Shift, three times, and is always within reach. */
export class ExitController implements EventListenerObject {
  /** How often Shift was pressed, for a moment. */
  presses = 0;
  /** The frame must not close the page around it. */
  isRefused = false;
  /** Shift is down, and nothing else has been pressed since. */
  private isAlone = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: HTMLElement,
    private readonly update: () => void,
    readonly href: () => string,
  ) {}

  get hasShortcut(): boolean {
    return !this.host.hasAttribute('no-shortcut');
  }

  /** One on a page stays in sight, and hears Shift: the first that is not in a part of the page that is hidden. */
  get isFirst(): boolean {
    const all = [...exits];
    // One alone is not asked where it is, which would make the browser work out the whole page.
    return ((all.length > 1 && all.find(({ host }) => hasBox(host))) || all[0]) === this;
  }

  /** Whether it is on the page; to be called whenever it has been rendered. */
  show(isThere: boolean): void {
    if (isThere !== exits.has(this)) {
      exits[isThere ? 'add' : 'delete'](this);
      const listen = isThere ? 'addEventListener' : 'removeEventListener';
      // Capturing, on the window: before a listener of the host's can stop or report what is pressed.
      for (const type of [...heard, ...stopped]) window[listen](type, this, true);
      keepWayQuiet();
      for (const type of ['resize', 'scroll']) visualViewport?.[listen](type, this);
      // Another one may be the first now.
      for (const { update } of exits) update();
    }
    this.handleEvent({ type: 'show' } as Event);
  }

  /** A browser may keep the page as it is: it must not tell that somebody wanted to leave. */
  forget(): void {
    clearTimeout(this.timer);
    this.presses = 0;
    this.isRefused = false;
  }

  handleEvent(event: Event): void {
    try {
      const { type } = event;
      if (this.isOfButton(event)) {
        if (type === 'click') {
          this.leave(event);
          return;
        }
        event.stopImmediatePropagation();
      }
      // Another one may have come into sight, or gone out of it.
      if (type === 'resize' && exits.size > 1) this.update();
      if (!this.isFirst || stopped.indexOf(type) >= 0) return;
      if (isOfKey(event)) this.hearKey(event);
      else this.stayWithinReach(event);
    } catch {
      // The link leads out by itself.
    }
  }

  /** Of keys only the one that presses it: Shift is heard by the ways out of other scripts too. */
  private isOfButton(event: Event): boolean {
    const button = this.host.shadowRoot?.querySelector('[part=exit]');
    const isPress = !isOfKey(event) || event.key === 'Enter';
    return !!button && isPress && event instanceof Event && event.composedPath().indexOf(button) >= 0;
  }

  readonly leave = (event: Event): void => {
    event.preventDefault();
    // Nobody who counts the clicks on links hears of it.
    event.stopImmediatePropagation();
    this.isRefused = !leavePage(this.href());
    this.update();
  };

  private stayWithinReach(event: Event): void {
    const { type } = event;
    const root = this.host.shadowRoot as ShadowRoot;
    const float = root.querySelector('[popover]') as HTMLElement;
    this.isAlone = false;
    if (type === 'focusin') {
      // What has the focus must be in sight, too: the button goes to the other end of the page.
      const focused = event.composedPath()[0] as Element;
      if (!float.contains(focused)) {
        float.classList.remove('quiet');
        float.classList.toggle('aside', focused.getBoundingClientRect().bottom > innerHeight - reach);
      }
    } else if (type === 'click') {
      // Also of a modal dialog, which takes the clicks on all that is outside it, even on what lies over it.
      const { clientX, clientY } = event as MouseEvent;
      const { left, right, top, bottom } = (
        float.querySelector('[part=exit]') as Element
      ).getBoundingClientRect();
      if (clientX > left && clientX < right && clientY > top && clientY < bottom) this.leave(event);
    } else if (type === 'show' || type === 'toggle') {
      // Above everything, also above the dialog or notice that has opened last.
      const focused = root.activeElement as HTMLElement | null;
      if (type === 'toggle') float.hidePopover();
      float.showPopover();
      focused?.focus();
    } else {
      // What is fixed stays behind where a keyboard opens, or the reader zooms in with two fingers.
      const { offsetLeft, offsetTop, width, height } = visualViewport as VisualViewport;
      float.style.cssText = `inline-size:${width}px;block-size:${height}px;translate:${offsetLeft}px ${offsetTop}px`;
    }
  }

  /** Shift counts when it is let go and nothing else was pressed with it: as a modifier it is not meant. */
  private hearKey(event: KeyboardEvent): void {
    const isShift = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.type === 'keydown') {
      this.isAlone = isShift && !event.repeat;
      // What covers the page has to go without moving the pointer or the focus (WCAG 1.4.13).
      if (event.key === 'Escape') this.host.shadowRoot?.querySelector('[popover]')?.classList.add('quiet');
      if (!isShift) this.count(0);
    } else if (isShift && this.isAlone && this.hasShortcut) {
      this.isAlone = false;
      if (this.presses === 2) this.leave(event);
      else this.count(this.presses + 1);
    }
  }

  private count(presses: number): void {
    if (presses === this.presses) return;
    this.presses = presses;
    if (!presses) clearTimeout(this.timer);
    if (presses === 1) this.timer = setTimeout(() => this.count(0), shortcutTime);
    this.update();
  }
}

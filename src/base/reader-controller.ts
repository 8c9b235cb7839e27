import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Reads a widget aloud with a voice that is installed on the device. Other voices send the text to a server, so nothing
 * is read if the device has no voice for the language.
 */

/** What is not read: controls, icons, and the foot of the frame. */
const unread = 'button, select, input, svg, [aria-hidden=true], .frame-foot';
/** Each of these is read and marked as one passage. */
const blocks = 'p, li, dt, dd, td, th, h2, h3, h4, h5, h6, summary, legend, label';

interface Passage {
  readonly block: Element;
  readonly text: string;
  readonly language: string;
}

/** The language without its region: Android writes `nb_NO`, and some devices write `no` for Norwegian. */
const languageOf = (tag: string) => tag.toLowerCase().split(/[-_]/)[0]?.replace(/^no$/, 'nb') ?? '';

/** A voice on the device that speaks a language. */
function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  try {
    return speechSynthesis
      .getVoices()
      .find(({ localService, lang }) => localService && languageOf(lang) === languageOf(language));
  } catch {
    // Firefox on Android and WebKitGTK have no voices, and a host page may have removed the interface.
    return undefined;
  }
}

/**
 * Boxes alone do not tell: Chromium also gives boxes to elements inside a closed `<details>`. Text directly inside a
 * closed `<details>` has the box of the `<details>` itself, which is visible.
 */
const isInSight = (element: Element): boolean =>
  element.getClientRects().length > 0 &&
  !element.matches('details:not([open])') &&
  (!element.checkVisibility || element.checkVisibility({ visibilityProperty: true }));

/** The visible text of a widget, in document order. @param frame its `[part=base]` */
function passagesIn(frame: Element): Passage[] {
  const passages: { block: Element; text: string; language: string }[] = [];
  const walker = Document.prototype.createTreeWalker.call(document, frame, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, nodeValue } = walker.currentNode;
    // Without the reference number of its source, which makes no sense when it is read aloud.
    const text = nodeValue?.replace(/(\xa0\[\d+])+$/, '').trim();
    if (!text || !parentElement || parentElement.closest(unread) || !isInSight(parentElement)) continue;
    const block = parentElement.closest(blocks) ?? parentElement;
    const language = parentElement.closest('[lang]')?.getAttribute('lang') ?? '';
    const last = passages[passages.length - 1];
    if (last?.block === block && last.language === language) last.text += ` ${text}`;
    else passages.push({ block, text, language });
  }
  return passages;
}

/** The reader that is reading now. Only one on a page reads at a time. */
let reading: ReaderController | undefined;

/** In milliseconds. Asking for voices starts the speech service of the device, so it waits until the page is up. */
const untilAsked = 1000;

export class ReaderController implements ReactiveController {
  /** What is being spoken. Slow speech services report the end of one that was stopped when the next has begun. */
  private utterance: SpeechSynthesisUtterance | undefined;
  private marked: Element | undefined;
  private isAsked = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The language that the widget was in when reading began. */
  private language = '';

  /** @param shown the language that the widget shows */
  constructor(
    private readonly host: Element & ReactiveControllerHost,
    private readonly shown: () => string,
  ) {
    host.addController(this);
  }

  get isReading(): boolean {
    return reading === this;
  }

  /** Whether the device has a voice for the language of the widget. */
  get canRead(): boolean {
    return this.isAsked && voiceFor(this.shown()) !== undefined;
  }

  /** Chromium and Android list their voices a moment after the first request, and then dispatch `voiceschanged`. */
  handleEvent({ type }: Event): void {
    if (type === 'pagehide') this.end();
    else this.host.requestUpdate();
  }

  hostConnected(): void {
    const { speechSynthesis } = window;
    if (!speechSynthesis) return;
    speechSynthesis.addEventListener?.('voiceschanged', this);
    this.timer = setTimeout(() => {
      this.isAsked = true;
      this.host.requestUpdate();
    }, untilAsked);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    window.speechSynthesis?.removeEventListener?.('voiceschanged', this);
    this.end();
  }

  /** Stops reading if the widget has changed to another language. */
  hostUpdated(): void {
    if (this.shown() !== this.language) this.end();
  }

  readonly toggle = (): void => {
    const frame = this.host.shadowRoot?.querySelector('[part=base]');
    if (this.isReading || !frame) this.end();
    else this.begin(frame);
  };

  private begin(frame: Element): void {
    reading?.end();
    reading = this;
    this.language = this.shown();
    addEventListener('pagehide', this, true);
    try {
      this.read(passagesIn(frame));
    } catch {
      // The text can still be read on screen.
      this.end();
    }
    this.host.requestUpdate();
  }

  private end(): void {
    if (!this.isReading) return;
    reading = undefined;
    this.utterance = undefined;
    removeEventListener('pagehide', this, true);
    this.mark(undefined);
    try {
      speechSynthesis.cancel();
    } catch {
      // The page has removed the interface meanwhile.
    }
    this.host.requestUpdate();
  }

  private read(passages: Passage[]): void {
    const passage = passages.shift();
    const voice = passage && voiceFor(passage.language);
    if (!passage) this.end();
    // Skips a passage, such as a name, in a language for which the device has no voice.
    else if (!voice) this.read(passages);
    else {
      const utterance = new SpeechSynthesisUtterance(passage.text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      const isStill = () => this.utterance === utterance;
      this.utterance = utterance;
      utterance.onend = () => isStill() && this.read(passages);
      utterance.onerror = () => isStill() && this.end();
      this.mark(passage.block);
      speechSynthesis.speak(utterance);
    }
  }

  private mark(block: Element | undefined): void {
    this.marked?.removeAttribute('data-read');
    this.marked = block;
    block?.setAttribute('data-read', '');
    block?.scrollIntoView({ block: 'nearest' });
  }
}

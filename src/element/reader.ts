/**
 * Reads a widget aloud by a voice that is on the device. A voice that is not would send the text to somebody, so where
 * there is none of the language, nothing is offered.
 */

/** What is not read: what is pressed, what is drawn, and what is said of the translation. */
const unread = 'button, select, input, svg, [aria-hidden=true], .frame-foot';
/** What is read in one go, and marked while it is. */
const blocks = 'p, li, dt, dd, td, th, h2, h3, h4, h5, h6, summary, legend, label';

interface Passage {
  readonly block: Element;
  readonly text: string;
  readonly language: string;
}

/** The bare language of a tag: Android writes `nb_NO`, and some have Norwegian as `no`. */
const languageOf = (tag: string) => tag.toLowerCase().split(/[-_]/)[0]?.replace(/^no$/, 'nb') ?? '';

/** A voice on the device that speaks a language. */
function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  try {
    return speechSynthesis
      .getVoices()
      .find(({ localService, lang }) => localService && languageOf(lang) === languageOf(language));
  } catch {
    // Firefox on Android and WebKitGTK have no voices, and host pages take the interface away.
    return undefined;
  }
}

/** What is folded away has a place in some browsers, though nobody sees it. */
const isInSight = (element: Element): boolean =>
  element.getClientRects().length > 0 &&
  (!element.checkVisibility || element.checkVisibility({ visibilityProperty: true }));

/** What is in sight, in its order. @param frame what the widget shows */
function passagesIn(frame: Element): Passage[] {
  const passages: { block: Element; text: string; language: string }[] = [];
  const walker = Document.prototype.createTreeWalker.call(document, frame, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, nodeValue } = walker.currentNode;
    const text = nodeValue?.trim();
    if (!text || !parentElement || parentElement.closest(unread) || !isInSight(parentElement)) continue;
    const block = parentElement.closest(blocks) ?? parentElement;
    const language = parentElement.closest('[lang]')?.getAttribute('lang') ?? '';
    const last = passages[passages.length - 1];
    if (last?.block === block && last.language === language) last.text += ` ${text}`;
    else passages.push({ block, text, language });
  }
  return passages;
}

/** The one that reads: a second one on a page ends the first. */
let reading: Reader | undefined;

/** In milliseconds: what wakes the voices of a device waits until the page stands. */
const untilAsked = 1000;

export class Reader {
  private marked: Element | undefined;
  private isAsked = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param update renders anew, once there are voices, or reading has begun or ended */
  constructor(private readonly update: () => void) {}

  get isReading(): boolean {
    return reading === this;
  }

  /** Whether there is a voice for a language. */
  canRead(language: string): boolean {
    return this.isAsked && voiceFor(language) !== undefined;
  }

  /** Chromium and Android have their voices a moment after they were first asked. */
  handleEvent({ type }: Event): void {
    if (type === 'pagehide') this.end();
    else this.update();
  }

  connect(): void {
    const { speechSynthesis } = window;
    if (!speechSynthesis) return;
    speechSynthesis.addEventListener?.('voiceschanged', this);
    this.timer = setTimeout(() => {
      this.isAsked = true;
      this.update();
    }, untilAsked);
  }

  disconnect(): void {
    clearTimeout(this.timer);
    window.speechSynthesis?.removeEventListener?.('voiceschanged', this);
    this.end();
  }

  begin(frame: Element): void {
    reading?.end();
    reading = this;
    addEventListener('pagehide', this, true);
    try {
      this.read(passagesIn(frame));
    } catch {
      // What cannot be heard can be read.
      this.end();
    }
    this.update();
  }

  end(): void {
    if (!this.isReading) return;
    reading = undefined;
    removeEventListener('pagehide', this, true);
    this.mark(undefined);
    try {
      speechSynthesis.cancel();
    } catch {
      // The page has taken it away meanwhile.
    }
    this.update();
  }

  private read([passage, ...rest]: readonly Passage[]): void {
    const voice = passage && voiceFor(passage.language);
    if (!passage) this.end();
    // A name in a language for which there is no voice stands on screen.
    else if (!voice) this.read(rest);
    else {
      const utterance = new SpeechSynthesisUtterance(passage.text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      const isStill = () => this.isReading && this.marked === passage.block;
      utterance.onend = () => isStill() && this.read(rest);
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

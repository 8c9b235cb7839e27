import type { MsgFn } from '@lit/localize/internal/types.js';
import { printAlone } from '../base/print-alone.js';
import { toVCard } from '../directory/export/vcard.js';
import { localize } from '../locale/localization.js';
import { neutralName } from '../locale/neutral-name.js';
import { createElement } from '../safety/create-element.js';
import { attempt } from './attempt.js';
import { codeOf } from './code.js';
import type { ContactOnCard } from './contacts-on-card.js';
import { sheetOf } from './css.js';
import { paperStyles, sheetStyles } from './hand-over.styles.js';
import { inWords } from './in-words.js';

/** What is on a card, and in which language. */
interface OnCard {
  /** The id of the service, and its name as the card shows it; both may be empty. */
  readonly id: string;
  readonly name: string;
  readonly contacts: readonly ContactOnCard[];
  readonly language: string;
  readonly direction: string;
}

type Scanned = 'call' | 'save';

/** The number of cards on one sheet, two in a row. */
const cardsOnSheet = 10;

/** Gives each control an id of its own, since `aria-controls` says which code a button opens. */
let count = 0;

/** An HTML element with its content. */
function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[T] {
  const element = createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}

/** A number or a time, which is written from left to right in every language. */
function leftToRight(text: string): HTMLElement {
  const element = make('bdi', '', text);
  element.dir = 'ltr';
  return element;
}

function button(text: string, press: (event: Event) => void): HTMLButtonElement {
  const element = make('button', 'target', text);
  element.type = 'button';
  element.addEventListener('click', event => attempt(() => press(event)));
  return element;
}

/**
 * Hands a number over to somebody: on a small paper card, which says no more than the reader chooses, or as a code for
 * the camera of another phone. Collapsed at first; collapsing it again forgets what was chosen.
 */
export class HandOver {
  readonly element = make('details', 'hand-over no-print');
  private readonly summary = make('summary', '');
  private readonly place = make('div', '');
  private readonly code = make('div', '');
  private on: OnCard = { id: '', name: '', contacts: [], language: '', direction: '' };
  private key = '';
  private chosen = 0;
  /** Whether the card says whose number it is. Not by default: somebody may search the person who carries it. */
  private isNamed = false;
  private scanned: Scanned | '' = '';
  /** What is printed. Directly in the shadow root, since only this element and its ancestors are left on paper. */
  private sheet: HTMLElement | undefined;

  constructor() {
    this.element.setAttribute('part', 'hand-over');
    this.code.id = `hand-over-code-${++count}`;
    this.element.append(this.summary, this.place);
    this.element.addEventListener('toggle', () =>
      attempt(() => (this.element.open ? this.draw() : this.forget())),
    );
  }

  /** Updates the control to what is on the card now. */
  show(on: OnCard): void {
    const numbersOf = ({ id, contacts }: OnCard) => [id, ...contacts.map(({ number }) => number)].join();
    const key = [
      on.language,
      on.name,
      numbersOf(on),
      ...on.contacts.flatMap(({ name, hours }) => [name, ...hours.map(({ textContent }) => textContent)]),
    ].join('\n');
    if (key === this.key) return;
    const isAnother = numbersOf(on) !== numbersOf(this.on);
    this.key = key;
    this.on = on;
    const title = this.msg('Take this number with you', {
      id: 'handOver.title',
      desc: 'On the card of a service; opens to a small card to print, and to a code that a phone can scan. At most 35 characters.',
    });
    this.summary.textContent = title;
    // A page may have many of these: screen readers say which service each belongs to.
    this.summary.setAttribute('aria-label', [title, on.name].filter(Boolean).join(': '));
    if (isAnother) {
      this.element.open = false;
      this.forget();
    } else if (this.element.open) this.draw();
  }

  private get msg(): MsgFn {
    return localize(this.on.language).msg;
  }

  private get contact(): ContactOnCard {
    return this.on.contacts[this.chosen] as ContactOnCard;
  }

  private forget(): void {
    this.chosen = 0;
    this.isNamed = false;
    this.scanned = '';
    this.place.textContent = '';
    this.sheet?.remove();
  }

  private draw(): void {
    const { msg } = this;
    this.place.textContent = '';
    if (this.on.contacts.length > 1) this.place.append(this.choice());
    this.place.append(this.paper());
    if (this.contact.name) this.place.append(this.tick());
    this.place.append(
      make(
        'p',
        'buttons',
        button(
          msg('Print a small card', {
            id: 'handOver.print',
            desc: 'Button. The card is as large as a bank card.',
          }),
          event => this.print(1, event),
        ),
        button(
          msg('Print ten of them', {
            id: 'handOver.printTen',
            desc: 'Button, after "Print a small card": a sheet with ten of these cards.',
          }),
          event => this.print(cardsOnSheet, event),
        ),
      ),
      this.codeButtons(),
      this.code,
      make(
        'p',
        '',
        msg('Others may find the card, or the number on the phone.', {
          id: 'handOver.hint',
          desc: 'A warning: somebody else may search the belongings of the reader.',
        }),
      ),
    );
    this.drawCode();
  }

  private choice(): HTMLElement {
    const select = make('select', 'target');
    // Isolated by characters, since an option can hold no element: in Arabic, "+46" would show as "46+".
    for (const { shown, name } of this.on.contacts)
      select.append(make('option', '', name ? `\u2066${shown}\u2069 (${name})` : shown));
    select.selectedIndex = this.chosen;
    select.addEventListener('change', () =>
      attempt(() => {
        this.chosen = select.selectedIndex;
        this.isNamed = false;
        this.draw();
        this.place.querySelector('select')?.focus();
      }),
    );
    const words = this.msg('Which number', {
      id: 'handOver.number',
      desc: 'Label of a choice, where a card has several telephone numbers.',
    });
    return make('label', 'choice', words, select);
  }

  private tick(): HTMLElement {
    const box = make('input', '');
    box.type = 'checkbox';
    box.checked = this.isNamed;
    box.addEventListener('change', () =>
      attempt(() => {
        this.isNamed = box.checked;
        this.draw();
        this.place.querySelector('input')?.focus();
      }),
    );
    const words = this.msg('Also print on it:', {
      id: 'handOver.name',
      desc: 'Before a box to tick. It is the small card; the name of the service follows.',
    });
    return make('label', 'tick', box, make('span', '', words, ' ', ...this.nameAndHours()));
  }

  private nameAndHours(): Node[] {
    const { name, hours } = this.contact;
    return [make('bdi', '', name), ...hours.flatMap(span => [new Text(' · '), span.cloneNode(true)])];
  }

  /** The small card, which looks the same on screen and on paper. */
  private paper(): HTMLElement {
    const { shown } = this.contact;
    const digits = make('p', 'digits', leftToRight(shown));
    const words = inWords(
      shown,
      this.msg('zero one two three four five six seven eight nine', {
        id: 'handOver.digits',
        desc: 'The words for 0 to 9, in this order, with one space between two of them: as one reads a telephone number aloud.',
      }),
    );
    const paper = make(
      'div',
      'paper',
      make('p', '', neutralName(localize(this.on.language))),
      digits,
      make('p', '', words),
    );
    if (this.isNamed) paper.append(make('p', '', ...this.nameAndHours()));
    paper.lang = this.on.language;
    paper.dir = this.on.direction;
    return paper;
  }

  private print(copies: number, event: Event): void {
    const root = this.element.getRootNode();
    const papers = make('div', 'papers');
    for (let number = 0; number < copies; number++) papers.append(this.paper());
    this.sheet?.remove();
    const sheet = make('div', 'sheet');
    this.sheet = sheet;
    // A shadow root of its own: the style that hides everything else in the widget does not apply in it.
    const tree = sheet.attachShadow({ mode: 'open' });
    tree.adoptedStyleSheets = [paperStyles, sheetStyles].map(sheetOf);
    tree.append(papers);
    root.appendChild(sheet);
    addEventListener('afterprint', () => sheet.remove(), { once: true });
    const path = event.composedPath();
    printAlone(sheet, [sheet, ...path.slice(path.indexOf(root))], neutralName(localize(this.on.language)));
  }

  private codeButtons(): HTMLElement {
    const { msg } = this;
    const words: Record<Scanned, string> = {
      call: msg('Show a code for calling', {
        id: 'handOver.code.call',
        desc: 'Button: shows a QR code. A phone that scans it offers to call the number.',
      }),
      save: msg('Show a code for saving the number', {
        id: 'handOver.code.save',
        desc: 'Button: shows a QR code. A phone that scans it offers to save the number among its contacts.',
      }),
    };
    const buttons = (['call', 'save'] as const).map(kind => {
      const element = button(words[kind], () => {
        this.scanned = this.scanned === kind ? '' : kind;
        this.drawCode();
      });
      element.setAttribute('aria-controls', this.code.id);
      element.dataset.code = kind;
      return element;
    });
    return make('p', 'buttons', ...buttons);
  }

  private drawCode(): void {
    const { number, shown, name } = this.contact;
    for (const element of this.place.querySelectorAll('[data-code]'))
      element.setAttribute('aria-expanded', String((element as HTMLElement).dataset.code === this.scanned));
    this.code.textContent = '';
    if (!this.scanned) return;
    const isCall = this.scanned === 'call';
    const words = isCall
      ? this.msg('To call, point the camera of a phone at this code:', {
          id: 'handOver.scan.call',
          desc: 'Beside a QR code. The number follows.',
        })
      : this.msg('To save the number, point the camera of a phone at this code:', {
          id: 'handOver.scan.save',
          desc: 'Beside a QR code. The number follows.',
        });
    const contact = {
      name: this.isNamed ? name : neutralName(localize(this.on.language)),
      phones: [{ number }],
    };
    this.code.append(
      make(
        'figure',
        '',
        codeOf(isCall ? `tel:${number}` : toVCard(contact), `${words} ${shown}`),
        make('figcaption', '', words, ' ', leftToRight(shown)),
      ),
    );
  }
}

/**
 * Runs in the page of a host, as a script of its own, since a page with a policy takes nothing else: looks at all of our
 * elements as a reader would, through their shadow roots, and says what is wrong.
 */
(() => {
  /** What a host's own elements must not change in when our script comes. */
  const watched = [
    ...[
      'color',
      'background-color',
      'background-image',
      'font-family',
      'font-size',
      'font-weight',
      'font-style',
    ],
    ...[
      'line-height',
      'letter-spacing',
      'text-align',
      'text-transform',
      'text-decoration-line',
      'display',
      'float',
    ],
    ...[
      'position',
      'visibility',
      'opacity',
      'box-sizing',
      'list-style-type',
      'cursor',
      'padding-top',
      'direction',
    ],
    ...[
      'padding-left',
      'border-top-width',
      'border-top-style',
      'border-top-color',
      'border-left-width',
      'outline-style',
    ],
  ];

  /** @param {Element} element */
  const isOurs = element => element.localName.startsWith('havn-');
  const ours = () => [...document.querySelectorAll('*')].filter(isOurs);
  /** The elements of the host itself, in the page order. */
  const theirs = () =>
    [...document.querySelectorAll('body, body *')].filter(element => {
      for (let node = /** @type {Element | null} */ (element); node; node = node.parentElement)
        if (isOurs(node) || node.localName === 'script' || node.hasAttribute('data-block')) return false;
      return true;
    });

  /** Where it is, for a message. @param {Element} element */
  function nameOf(element) {
    const host = /** @type {ShadowRoot} */ (element.getRootNode()).host;
    const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `${host?.localName ?? ''} ${element.localName}.${element.getAttribute('class') ?? ''} "${words}"`;
  }

  /** Up the tree as it is painted. @param {Element} element @returns {Element | null} */
  const parentOf = element =>
    element.assignedSlot ??
    element.parentElement ??
    /** @type {Partial<ShadowRoot>} */ (element.getRootNode()).host ??
    null;

  /** @param {Element} element */
  const isVisible = element =>
    element.checkVisibility() && !isHiddenFromEyes(element) && !isScrolledAway(element);

  /** Cut off by the row of needs, which scrolls: the reader sees it after scrolling. @param {Element} element */
  function isScrolledAway(element) {
    const { left, right } = element.getBoundingClientRect();
    for (let node = element.parentElement; node; node = node.parentElement)
      if (node.matches('.few > .needs')) {
        const row = node.getBoundingClientRect();
        return left < row.left - 1 || right > row.right + 1;
      }
    return false;
  }

  /** There for screen readers alone. @param {Element} element */
  function isHiddenFromEyes(element) {
    for (let node = /** @type {Element | null} */ (element); node; node = node.parentElement)
      if (getComputedStyle(node).clipPath !== 'none') return true;
    return false;
  }

  /** The way out stays in sight when its place is not: it may cover what is there. @param {Element} element */
  function floats(element) {
    for (let node = /** @type {Element | null} */ (element); node; node = node.parentElement)
      if (getComputedStyle(node).position === 'fixed') return true;
    return false;
  }

  /** All that is on screen in a shadow root. @param {Element} host */
  const visibleIn = host =>
    [.../** @type {ShadowRoot} */ (host.shadowRoot).querySelectorAll('*')].filter(
      element => element.getClientRects().length && isVisible(element) && !floats(element),
    );

  /** The texts on screen in a shadow root, each with its boxes. @param {Element} host */
  function textsIn(host) {
    const walker = document.createTreeWalker(
      /** @type {ShadowRoot} */ (host.shadowRoot),
      NodeFilter.SHOW_TEXT,
    );
    /** @type {{node: Node, parent: Element, boxes: DOMRect[]}[]} */
    const texts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = /** @type {Element} */ (node.parentElement);
      if (!node.textContent?.trim() || !parent || ['style', 'option'].includes(parent.localName)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (boxes.length && isVisible(parent) && !floats(parent)) texts.push({ node, parent, boxes });
    }
    return texts;
  }

  const context = /** @type {CanvasRenderingContext2D} */ (
    Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
      willReadFrequently: true,
    })
  );
  /** Red, green, blue (0 to 255) and alpha (0 to 1). @typedef {{ red: number, green: number, blue: number, alpha: number }} Colour */
  /** @type {Map<string, Colour>} */
  const colours = new Map();
  /** Any colour of CSS. @param {string} text */
  function colour(text) {
    let found = colours.get(text);
    if (!found) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = text;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
      found = { red, green, blue, alpha: alpha / 255 };
      colours.set(text, found);
    }
    return found;
  }

  /** @param {Colour} upper @param {Colour} lower */
  function over({ red, green, blue, alpha }, lower) {
    /** @param {number} one @param {number} other */
    const mix = (one, other) => one * alpha + other * (1 - alpha);
    return {
      red: mix(red, lower.red),
      green: mix(green, lower.green),
      blue: mix(blue, lower.blue),
      alpha: 1,
    };
  }

  /** What is painted behind the text of an element. @param {Element} element */
  function groundOf(element) {
    const layers = [];
    // A text in a picture stands on the shape before it.
    const shape = element instanceof SVGElement && element.previousElementSibling;
    if (shape && getComputedStyle(shape).fill !== 'none') layers.push(colour(getComputedStyle(shape).fill));
    for (let node = /** @type {Element | null} */ (element); node; node = parentOf(node)) {
      const layer = colour(getComputedStyle(node).backgroundColor);
      if (layer.alpha > 0) layers.push(layer);
      if (layer.alpha === 1) break;
    }
    return layers.reduceRight((lower, upper) => over(upper, lower), colour('white'));
  }

  /** @param {Colour} colour */
  function luminance({ red, green, blue }) {
    /** @param {number} value */
    const linear = value => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  /** @param {Element} element @param {CSSStyleDeclaration} style */
  function contrast(element, style) {
    let opacity = Number(style.opacity);
    for (let node = parentOf(element); node; node = parentOf(node))
      opacity *= Number(getComputedStyle(node).opacity);
    const paint =
      element instanceof SVGElement
        ? style.fill
        : style.getPropertyValue('-webkit-text-fill-color') || style.color;
    const ground = groundOf(element);
    const ink = colour(paint);
    const text = over({ ...ink, alpha: ink.alpha * opacity }, ground);
    const both = [luminance(text), luminance(ground)];
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  }

  /** @param {DOMRect} one @param {DOMRect} other */
  const meet = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;

  /** The middle of a line: fonts with long strokes reach into the next line, where nothing of them is seen. @param {DOMRect} box */
  const middleOf = ({ x, y, width, height }) => new DOMRect(x, y + height / 4, width, height / 2);

  /** Where an element stands. The box of words in a line is as high as their font, which may be more than the line. @param {Element} element */
  function boxOf(element) {
    const { x, y, width, height } = element.getBoundingClientRect();
    const [line] = element.getClientRects();
    const { display, lineHeight } = getComputedStyle(element);
    const excess =
      display === 'inline' && line
        ? Math.max(0, line.height - (Number.parseFloat(lineHeight) || line.height))
        : 0;
    return new DOMRect(x, y + excess / 2, width, height - excess);
  }

  const placesOf = () => theirs().map(element => ({ element, box: element.getBoundingClientRect() }));
  /** @param {Element} element */
  function stylesOf(element) {
    const style = getComputedStyle(element);
    return watched.map(property => `${property}: ${style.getPropertyValue(property)}`);
  }

  const isMoving = () => document.getAnimations().some(({ playState }) => playState === 'running');

  /** @type {string[][]} */
  let stylesBefore = [];

  /** Of what stands in the tags, which the element keeps. @type {Map<Element, Partial<CSSStyleDeclaration>>} */
  const margins = new Map();

  Object.assign(window, {
    survey: {
      /** Before our script, and after the first paint: what was never painted is given no room. */
      async before() {
        while (!performance.getEntriesByType('paint')[0] || isMoving())
          await new Promise(resolve => setTimeout(resolve, 20));
        stylesBefore = theirs().map(stylesOf);
        for (const host of ours()) {
          const { firstElementChild: first, lastElementChild: last } = host;
          if (!first || !last) continue;
          const { marginBlockStart } = getComputedStyle(first);
          margins.set(host, { marginBlockStart, marginBlockEnd: getComputedStyle(last).marginBlockEnd });
        }
        return stylesBefore.length;
      },

      /** Whether all is on screen, in the language of the page. @param {string} lang */
      isReady: lang =>
        ours().every(element => {
          const root = element.shadowRoot;
          return root?.querySelector('[part=base]')?.getAttribute('lang') === lang;
        }),

      openAll() {
        for (const host of ours())
          for (const details of host.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
      },

      /** What is wrong, by kind. */
      after() {
        /** @type {Record<'changed' | 'clipped' | 'outside' | 'overlapping' | 'unreadable' | 'small' | 'narrow' | 'broken', string[]>} */
        const wrong = {
          changed: [],
          clipped: [],
          outside: [],
          overlapping: [],
          unreadable: [],
          small: [],
          narrow: [],
          broken: [],
        };
        const seen = { elements: 0, texts: 0, calls: 0 };

        const elements = theirs();
        elements.forEach((element, index) => {
          stylesOf(element).forEach((value, at) => {
            if (value !== stylesBefore[index]?.[at])
              wrong.changed.push(`${nameOf(element)} was ${stylesBefore[index]?.[at]}, is ${value}`);
          });
        });

        for (const host of ours()) {
          const hostBox = host.getBoundingClientRect();
          const visible = visibleIn(host);
          const texts = textsIn(host);
          seen.elements += visible.length;
          seen.texts += texts.length;

          for (const element of visible) {
            // What scrolls in a field or in a row is the reader's, and an inline box has no width of its own.
            const scrolls =
              ['input', 'select', 'textarea'].includes(element.localName) ||
              element.matches('[part=base] .few > .needs');
            if (!scrolls && element.clientWidth && element.scrollWidth > element.clientWidth + 1)
              wrong.clipped.push(`${nameOf(element)}: ${element.scrollWidth} in ${element.clientWidth}`);
            if (
              element.matches('input, select, textarea') &&
              contrast(element, getComputedStyle(element)) < 4.5
            )
              wrong.unreadable.push(nameOf(element));
            if (
              element.matches('[placeholder]') &&
              contrast(element, getComputedStyle(element, '::placeholder')) < 4.5
            )
              wrong.unreadable.push(`placeholder of ${nameOf(element)}`);
          }

          for (const { parent, boxes } of texts) {
            const style = getComputedStyle(parent);
            const size = Number.parseFloat(style.fontSize);
            let block = parent;
            while (getComputedStyle(block).display === 'inline' && block.parentElement)
              block = block.parentElement;
            const around = block.getBoundingClientRect();
            for (const box of boxes)
              if (
                box.left < Math.max(hostBox.left, around.left, 0) - 1 ||
                box.right > Math.min(hostBox.right, around.right, document.documentElement.clientWidth) + 1 ||
                box.bottom > hostBox.bottom + 1 ||
                box.top < hostBox.top - 1
              )
                wrong.outside.push(nameOf(parent));
            const ratio = contrast(parent, style);
            if (!(ratio >= 4.5)) wrong.unreadable.push(`${nameOf(parent)}: ${ratio.toFixed(2)}`);
            if (!(parent instanceof SVGElement)) {
              if (size < 16) wrong.small.push(`${nameOf(parent)}: ${size} px`);
              if (!(Number.parseFloat(style.lineHeight) >= 1.15 * size))
                wrong.small.push(`${nameOf(parent)}: lines of ${style.lineHeight}`);
            }
          }

          const middles = texts.flatMap(({ parent, boxes }, index) =>
            boxes.map(box => ({ parent, index, box: middleOf(box) })),
          );
          middles.forEach((one, at) => {
            for (const other of middles.slice(at + 1))
              if (one.index !== other.index && meet(one.box, other.box))
                wrong.overlapping.push(`${nameOf(one.parent)} and ${nameOf(other.parent)}`);
          });

          const controls = visible.filter(element =>
            element.matches('a[href], button, select, input, summary'),
          );
          for (const control of controls) {
            const { width, height } = control.getBoundingClientRect();
            const isCall = control.getAttribute('href')?.startsWith('tel:');
            if (isCall) seen.calls++;
            const least = isCall ? 44 : 24;
            if (width < least - 0.1 || height < least - 0.1)
              wrong.narrow.push(`${nameOf(control)}: ${width} × ${height}`);
            for (const number of isCall ? control.querySelectorAll('bdi') : []) {
              const range = document.createRange();
              range.selectNodeContents(number);
              const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
              if (new Set(tops).size !== 1)
                wrong.broken.push(`${nameOf(control)} in an element of ${hostBox.width} px`);
            }
          }
          controls.forEach((one, at) => {
            for (const other of controls.slice(at + 1))
              if (!one.contains(other) && meet(one.getBoundingClientRect(), other.getBoundingClientRect()))
                wrong.overlapping.push(`${nameOf(one)} and ${nameOf(other)}`);
          });

          // Neither covers the other, the host's words and ours.
          for (const element of elements) {
            if (element.contains(host) || element.childElementCount) continue;
            if (meet(hostBox, boxOf(element)))
              wrong.overlapping.push(`${host.localName} and ${nameOf(element)} of the host`);
          }
        }
        return { wrong, seen, font: this.font() };
      },

      /** Whether each speaks in the font of its place. */
      font: () =>
        ours().every(host => {
          const place = getComputedStyle(/** @type {Element} */ (host.parentElement)).fontFamily;
          // Firefox has a font of its own for each language where a page names none.
          return visibleIn(host).every(
            element =>
              element instanceof SVGElement ||
              element.closest('[lang]')?.getAttribute('lang') !== document.documentElement.lang ||
              getComputedStyle(element).fontFamily === place,
          );
        }),

      /** Puts a plain block of the same height in the place of each of ours: what of the host's moves then? Last of all. */
      moved() {
        const places = placesOf();
        // All before the first goes: where one goes, the way out of another may come into sight and back to its place.
        const blocks = ours().map(host => {
          const { marginBlockStart = '0', marginBlockEnd = '0' } = margins.get(host) ?? {};
          const style = `:host{display:block;block-size:${host.getBoundingClientRect().height}px;margin-block:${marginBlockStart} ${marginBlockEnd}}`;
          return { host, style };
        });
        for (const { host, style } of blocks) {
          const block = document.createElement('div');
          block.setAttribute('data-block', '');
          // Where the host has its own rules for what stands there, they win, as over ours.
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(style);
          block.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
          host.replaceWith(block);
        }
        return placesOf().flatMap(({ box: now }, index) => {
          const place = places[index];
          if (!place) throw new Error('More elements of the host than before');
          const { element, box: before } = place;
          const isSame = ['x', 'y', 'width', 'height'].every(
            side => Math.abs(now[/** @type {'x'} */ (side)] - before[/** @type {'x'} */ (side)]) <= 1,
          );
          return isSame
            ? []
            : [`${nameOf(element)}: ${JSON.stringify(before)}, without ours ${JSON.stringify(now)}`];
        });
      },
    },
  });
})();

/** A page of ours in a frame: `…/frame/<name>.html`, or `…/frame/<name>.<lang>.html`. */
const isOurs = /\/frame\/[a-z-]+(?:\.[a-z]+)?\.html(?:[?#]|$)/;

/** Limits of the height in pixels: whatever a frame asks for, it does not grow without end, and does not vanish. */
const least = 40;
const most = 20_000;

// A form named "querySelectorAll" shadows the method of the document.
const { querySelectorAll } = Document.prototype;

function eachFrame(action: (frame: HTMLIFrameElement, inside: Window) => void): void {
  const frames = querySelectorAll.call(document, 'iframe') as NodeListOf<HTMLIFrameElement>;
  // By index, since old libraries replace the iterators of lists.
  for (let index = 0; index < frames.length; index++) {
    const frame = frames[index];
    if (frame?.contentWindow && isOurs.test(frame.src)) action(frame, frame.contentWindow);
  }
}

/** Sets the height of the content of a frame, whatever border and padding the page gives its frames. */
function setHeight(frame: HTMLIFrameElement, height: number): void {
  const style = getComputedStyle(frame);
  const around =
    style.boxSizing === 'border-box'
      ? [style.borderTopWidth, style.borderBottomWidth, style.paddingTop, style.paddingBottom]
      : [];
  const total = around.reduce((sum, width) => sum + (Number.parseFloat(width) || 0), Math.ceil(height));
  // Through the CSSOM, which a Content-Security-Policy does not block.
  frame.style.height = `${total}px`;
}

function hear({ source, origin, data }: MessageEvent): void {
  const { havn, height } = (data ?? {}) as { havn?: unknown; height?: unknown };
  if (havn !== 'height' || typeof height !== 'number' || !(height >= least && height <= most)) return;
  eachFrame((frame, inside) => {
    // The frame may have navigated to another site. A sandboxed frame has an opaque origin, "null".
    const isSame = origin === 'null' || frame.src.indexOf(`${origin}/`) === 0;
    if (inside === source && isSame) setHeight(frame, height);
  });
}

/**
 * On a page with frames of ours: gives each the height of its content, which the frame reports. Messages from anybody
 * else are ignored. Never throws.
 */
export function sizeFrames(): void {
  addEventListener('message', event => {
    try {
      hear(event);
    } catch {
      // The frame keeps its height, and scrolls inside.
    }
  });
  // Frames that reported before this script ran report again. Any other page in them learns nothing from the message.
  eachFrame((_frame, inside) => inside.postMessage({ havn: 'height' }, '*'));
}

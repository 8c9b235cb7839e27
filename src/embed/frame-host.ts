/** A page of ours in a frame: `…/frame/<name>.html`, or `…/frame/<name>.<lang>.html`. */
const isOurs = /\/frame\/[a-z-]+(?:\.[a-z]+)?\.html(?:[?#]|$)/;

/** In pixels. Whatever a frame says it never fills more of a page, and never vanishes. */
const least = 40;
const most = 20_000;

// A form named "querySelectorAll" takes the place of the method of the document.
const { querySelectorAll } = Document.prototype;

function eachFrame(action: (frame: HTMLIFrameElement, window: Window) => void): void {
  const frames = querySelectorAll.call(document, 'iframe') as NodeListOf<HTMLIFrameElement>;
  // By number, since old libraries replace how lists are gone through.
  for (let index = 0; index < frames.length; index++) {
    const frame = frames[index];
    if (frame?.contentWindow && isOurs.test(frame.src)) action(frame, frame.contentWindow);
  }
}

/** Makes the content as high as told, whatever border and padding the page gives its frames. */
function setHeight(frame: HTMLIFrameElement, height: number): void {
  const style = getComputedStyle(frame);
  const around =
    style.boxSizing === 'border-box'
      ? [style.borderTopWidth, style.borderBottomWidth, style.paddingTop, style.paddingBottom]
      : [];
  const total = around.reduce((sum, width) => sum + (Number.parseFloat(width) || 0), Math.ceil(height));
  // Through the object model, which a policy for styles does not forbid.
  frame.style.height = `${total}px`;
}

function hear({ source, origin, data }: MessageEvent): void {
  const { havn, height } = (data ?? {}) as { havn?: unknown; height?: unknown };
  if (havn !== 'height' || typeof height !== 'number' || !(height >= least && height <= most)) return;
  eachFrame((frame, window) => {
    // The page in it may have gone on to another site. The origin of a sandboxed one is opaque, and says so.
    const isSame = origin === 'null' || frame.src.indexOf(`${origin}/`) === 0;
    if (window === source && isSame) setHeight(frame, height);
  });
}

/**
 * On a page with frames of ours: gives each the height of its content, as the frame tells it. Everybody else who says
 * something to the page is ignored. Never throws.
 */
export function sizeFrames(): void {
  addEventListener('message', event => {
    try {
      hear(event);
    } catch {
      // The frame keeps the height that it has, and scrolls inside.
    }
  });
  // Those that have spoken before this script ran say it again. Whoever else sits there learns nothing of it.
  eachFrame((_frame, window) => window.postMessage({ havn: 'height' }, '*'));
}

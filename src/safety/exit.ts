import { createElement } from './create-element.js';

/**
 * Leaving the page. Nothing here tells the host: no event, no log, no storage.
 */

// Forms and images named after a member of the document take its place.
const { querySelector, open, replaceChildren } = Document.prototype;

/**
 * Goes to an address in place of this page, and of the page around its frame: it is blank before the next one answers,
 * with what was typed and answered in it, and is no longer in the history. `false`: the frame must not move the page
 * around it, and all stays as it is, but for a referrer policy that tells the next page nothing.
 */
export function leavePage(href: string): boolean {
  const root = createElement('html');
  const title = createElement('title');
  const referrer = createElement('meta');
  const icon = querySelector.call(document, 'link[rel~=icon i]') as HTMLLinkElement | null;
  // location.replace() has no option for it.
  referrer.name = 'referrer';
  referrer.content = 'no-referrer';
  querySelector.call(document, ':root')?.append(referrer);
  try {
    // Takes all listeners of the page away: a host that asks whether one is sure has no say.
    if (top === self) (open as () => Document).call(document);
  } catch {
    // XHTML has no such method.
  }
  try {
    (top as Window).location.replace(href);
  } catch {
    return false;
  }
  // On the tab it has the name of the next one. Where a page has no icon of its own, one could be against its policy.
  title.textContent = href.split('/')[2] as string;
  root.append(title);
  if (icon) {
    icon.href = 'data:,';
    root.append(icon);
  }
  replaceChildren.call(document, root);
  // A browser may keep the page as it is now, to go back to.
  addEventListener('pageshow', () => location.reload());
  return true;
}

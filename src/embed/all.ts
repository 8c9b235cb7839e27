import { define } from '../base/define.js';
import { elements } from './generated/elements.js';
import { fillPlaceholders } from './placeholders.js';
import { inTurns } from './turns.js';

const fill = () => fillPlaceholders(elements);

/**
 * WebKit 2.54 (Safari 26) does not upgrade elements that a page imported from a template before they were defined, as
 * Lit and Svelte do, until `initialize()` of the registry is called.
 */
function upgradeImported(): void {
  const { initialize } = CustomElementRegistry.prototype as { initialize?: (root: Node) => void };
  for (const place of Document.prototype.querySelectorAll.call(
    document,
    elements.map(({ tag }) => tag).join(),
  ))
    initialize?.call(customElements, place);
}

/** Defines all elements and fills the placeholders, also those that come after a script without `defer`. */
export function defineAll(): void {
  inTurns(() => {
    define(...elements);
    try {
      upgradeImported();
    } catch {
      // The fallback stays.
    }
    fill();
  });
  addEventListener('DOMContentLoaded', () => inTurns(fill), { once: true });
}

import { css } from './css.js';

/**
 * Colours and measures, for the widgets and for the plain HTML. Public knobs are `--havn-*`; what begins `--_` is ours.
 * Relative colours hold any accent of a host's readable: dark enough on light ground, light enough on dark, and opaque. What
 * stands on the accent is taken from it too: of a value that is no colour both are nothing, and the text is that around it.
 */
export const tokens = css`
  :host {
    --_accent: LinkText;
    --_on-accent: Canvas;
    --_text: var(--havn-text, CanvasText);
    --_surface: var(--havn-surface, Canvas);
    --_tint: var(--havn-tint, Canvas);
    --_border: var(--havn-border, #748487);
    --_danger: CanvasText;
    --_radius: var(--havn-radius, 8px);
  }
  /* Elsewhere the colours of the system, which follow light and dark too: nothing there can hold an accent readable. */
  @supports (color: oklch(from light-dark(red, red) min(l, 1) c h)) {
    :host {
      --_accent: light-dark(
        oklch(from var(--havn-accent, #0b5563) min(l, 0.42) c h / 1),
        oklch(from var(--havn-accent, #0b5563) max(l, 0.82) c h / 1)
      );
      --_on-accent: light-dark(
        oklch(from var(--havn-accent, #0b5563) 1 0 h / 1),
        oklch(from var(--havn-accent, #0b5563) 0.18 0 h / 1)
      );
      --_tint: var(--havn-tint, light-dark(#eef4f4, #1d2829));
      --_danger: light-dark(#9b0b1d, #ffb4ab);
    }
  }
`;

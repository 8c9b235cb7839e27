import { css } from 'lit';

/**
 * Colours and sizes, for the widgets and for the plain HTML. `--havn-*` are public; `--_*` are internal.
 * Relative colours keep any accent of a host page readable: dark enough on a light background, light enough on a dark
 * one, and opaque. The colour of text on the accent is derived from the accent too: if its value is not a colour, both
 * are invalid, and the text looks like the text around it.
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
  /* Other browsers show the colours of the system, in light and dark: they cannot keep the accent of a page readable. */
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

import { css } from './css.js';

/** For the shadow roots of the widgets, in addition to their own styles: the control, and what it shows and prints. */
export const handOverStyles = css`
  .hand-over {
    justify-self: stretch;
  }
  .hand-over > summary {
    padding-block: 10px;
    inline-size: fit-content;
    color: var(--_accent);
    cursor: pointer;
  }
  .hand-over > div,
  .hand-over .choice {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 12px;
  }
  .hand-over div:empty {
    display: none;
  }
  .hand-over .choice {
    gap: 4px;
    max-inline-size: 100%;
    font-weight: 600;
  }
  .hand-over select {
    max-inline-size: 100%;
    font-weight: 400;
  }
  .hand-over .tick {
    display: flex;
    gap: 8px;
    padding-block: 10px;
  }
  .hand-over .tick > input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .hand-over .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    max-inline-size: none;
  }
  .hand-over figure {
    display: grid;
    justify-items: start;
    gap: 8px;
    margin: 0;
    max-inline-size: 100%;
  }
  /* The same on any background, in dark mode and in forced colours: a camera has to read it. */
  .hand-over .code {
    inline-size: 60mm;
    block-size: auto;
    max-inline-size: 100%;
    background: #fff;
    fill: #000;
    stroke: none;
    forced-color-adjust: none;
  }
  .sheet {
    display: none;
  }
`;

/** The small card, on screen and on paper: black on white, whatever the colours of the page. */
export const paperStyles = css`
  /* As large as the cards that one carries with one's papers. */
  .paper {
    display: grid;
    align-content: center;
    gap: 2mm;
    inline-size: 85mm;
    min-block-size: 55mm;
    max-inline-size: 100%;
    padding: 5mm;
    box-sizing: border-box;
    border: 0.25mm dashed #000;
    background: #fff;
    color: #000;
    forced-color-adjust: none;
    font-size: 9pt;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .paper > * {
    max-inline-size: none;
    margin: 0;
  }
  .paper > .digits {
    font-size: 20pt;
    font-weight: 700;
  }
`;

/** The sheet that is printed, in addition to the styles of the small cards on it. */
export const sheetStyles = css`
  /* Nothing may be inherited from the elements around it. */
  .papers {
    all: initial;
    display: grid;
    grid-template-columns: 85mm 85mm;
  }
  .papers > .paper {
    block-size: 55mm;
    max-inline-size: none;
    font-family: Arial, Helvetica, sans-serif;
  }
`;

import { css } from 'lit';

/** The arrow of a select, with room beside it: browsers draw their own close to the border. */
export const select = css`
  select.target {
    appearance: none;
    padding-inline-end: 40px;
    background-image: conic-gradient(from 315deg at 50% 100%, currentColor 90deg, transparent 0);
    background-position: right 16px center;
    background-size: 12px 6px;
    background-repeat: no-repeat;
  }
  [dir='rtl'] select.target {
    background-position: left 16px center;
  }
  /* Forced colours leave out the arrow: the browser draws its own. */
  @media (forced-colors: active) {
    select.target {
      appearance: auto;
      padding-inline-end: 12px;
    }
  }
`;

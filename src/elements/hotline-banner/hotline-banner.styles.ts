import { css } from '../../styles/css.js';

export const bannerStyles = css`
  .banner {
    display: grid;
    gap: 16px;
    padding: 16px;
    border: 1px solid var(--_border);
    background: var(--_tint);
  }
  .bar {
    border-inline-width: 0;
    border-radius: 0;
  }
  .title {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.3;
  }
  .numbers {
    display: grid;
    gap: 12px;
    justify-items: start;
  }
  [part='call'] {
    padding: 8px 20px;
  }
  .whose {
    display: block;
    font-weight: 400;
  }
  [part='call'] .number {
    font-size: 1.75em;
    font-weight: 700;
    line-height: 1.2;
  }
  .emergency {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    font-weight: 600;
  }
  .exit {
    justify-self: start;
    font-weight: 600;
  }
  [dir='rtl'] .directed {
    transform: scaleX(-1);
  }
  @container (inline-size >= 40em) {
    .banner {
      padding: 24px;
    }
    .bar {
      grid-template-columns: 1fr auto auto;
      align-items: center;
      gap: 16px 32px;
      padding-block: 16px;
    }
  }
`;

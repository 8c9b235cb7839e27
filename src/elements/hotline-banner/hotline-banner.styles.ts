import { css } from 'lit';

export const bannerStyles = css`
  .banner {
    display: grid;
    gap: 12px;
    justify-items: start;
    padding: 16px;
    border: 1px solid var(--_border);
    background-color: var(--_tint);
  }
  .bar {
    border-inline-width: 0;
    border-radius: 0;
  }
  .title {
    margin-block-end: 4px;
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.3;
  }
  .call {
    padding: 8px;
  }
  [part='call'] .number {
    font-weight: 700;
    line-height: 1.2;
  }
  /* Smaller in a narrow column, so that the number stands beside the longest words for "call". */
  [part='call'] bdi {
    font-size: clamp(max(0.75em, min(1em, 11cqi)), 6.75cqi, 1.75em);
  }
  .emergency {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    font-weight: 600;
  }
  /* At a zoom of 400 % the exit would cover the number, so the number comes first. */
  @media (max-width: 400px) and (max-height: 300px) {
    .call {
      order: -1;
    }
  }
  @container (inline-size >= 40em) {
    .banner {
      padding: 20px 24px;
    }
    .call {
      padding-inline: 12px;
    }
    .bar {
      /* The text keeps room for its words; a long "call" wraps. */
      grid-template-columns: minmax(16em, 1fr) auto;
      align-items: center;
      gap: 12px 24px;
    }
    .bar > .emergency {
      grid-area: 2 / 1;
    }
  }
  @container (inline-size >= 64em) {
    .bar > .target {
      grid-row: 1 / 3;
    }
  }
`;

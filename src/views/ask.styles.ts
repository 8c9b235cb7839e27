import { css } from 'lit';

/** Styles of the list of services to ask, in every element that has one. */
export const askStyles = css`
  .services {
    display: grid;
    gap: 8px;
    /* On a wide screen the number stays near the name. */
    max-inline-size: 34em;
    list-style: none;
  }
  .services > li {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    padding: 12px;
    border-radius: var(--_radius);
    background-color: var(--_tint);
  }
  /* Nobody presses on paper. */
  @media print {
    .services {
      gap: 0;
    }
    .services > li {
      padding-block: 0;
    }
    .services .target {
      min-block-size: 0;
      border: 0;
    }
  }
`;

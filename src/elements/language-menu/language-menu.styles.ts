import { css } from 'lit';

export const languageMenuStyles = css`
  .menu {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 8px 12px;
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    font-weight: 600;
  }
  label [lang] {
    font-weight: 400;
  }
  select {
    min-inline-size: 0;
    max-inline-size: 100%;
    /* In WebKit a long option would make the page wider. */
    contain: paint;
    cursor: pointer;
  }
  p {
    flex-basis: 100%;
  }
`;

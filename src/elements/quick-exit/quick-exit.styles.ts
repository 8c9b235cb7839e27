import { css } from 'lit';

export const quickExitStyles = css`
  /* As wide as its words, for the corner of a header; nothing in it asks for the width of a container. */
  :host {
    container-type: normal;
    inline-size: fit-content;
    max-inline-size: 100%;
  }
`;

import { css } from 'lit';

export const pathwayStyles = css`
  .panel {
    --_place: 2.25em;
    /* From the top of a step to the middle of its circle: the middle of the first line, or more with large text. */
    --_middle: max(22px, var(--_place) / 2);
    justify-items: start;
  }
  .way {
    inline-size: 100%;
    max-inline-size: 45em;
    margin: 8px 0;
    padding: 0;
    list-style: none;
  }
  .way > li {
    position: relative;
    padding-block-end: 16px;
  }
  .step > summary {
    display: flex;
    gap: 12px;
    min-block-size: 44px;
    color: var(--_accent);
    font-weight: 600;
    list-style: none;
    cursor: pointer;
  }
  .step > summary::-webkit-details-marker {
    display: none;
  }
  .step > summary:hover .name {
    text-decoration: underline;
  }
  .place {
    display: grid;
    flex: none;
    place-content: center;
    box-sizing: border-box;
    inline-size: var(--_place);
    block-size: var(--_place);
    margin-block: calc(var(--_middle) - var(--_place) / 2);
    border: 2px solid currentColor;
    border-radius: 50%;
    font-weight: 700;
  }
  /* A border, since paper and forced colours leave backgrounds out. */
  .on {
    position: absolute;
    inset-block-start: calc(var(--_middle) + var(--_place) / 2 + 6px);
    inset-inline-start: calc(var(--_place) / 2 - 1.5px);
    block-size: calc(100% - var(--_place) - 12px);
    border-inline-start: 3px solid currentColor;
  }
  .name {
    padding-block: 10px;
    font: inherit;
  }
  .here {
    display: block;
    inline-size: fit-content;
    padding-inline: 8px;
    border: 2px solid currentColor;
    border-radius: var(--_radius);
    color: var(--_text);
    font-weight: 400;
  }
  .opens {
    order: 1;
    margin-block: 10px;
    margin-inline-start: auto;
  }
  .step[open] .opens {
    transform: scaleY(-1);
  }
  [aria-current] .place {
    border-color: var(--_accent);
    background-color: var(--_accent);
    color: var(--_on-accent);
  }
  .facts {
    display: grid;
    gap: 12px;
    padding-block: 4px 12px;
    padding-inline-start: calc(var(--_place) + 12px);
  }
  /* Large text on a narrow phone leaves no room to indent. */
  @container (inline-size < 10em) {
    .facts {
      padding-inline-start: 0;
    }
  }
  .again {
    display: none;
    font-size: 1.125em;
    font-weight: 700;
  }
  /* Side by side, in browsers in which the content of an open step can be wider than its column. */
  @supports selector(::details-content) {
    @container (inline-size >= 60em) {
      .way {
        display: grid;
        max-inline-size: none;
        grid-template-columns: repeat(%steps%, minmax(0, 1fr));
      }
      .way > li,
      .step {
        display: contents;
      }
      .step > summary {
        position: relative;
        grid-row: 1;
        flex-direction: column;
        align-items: center;
        gap: 0;
        padding-inline: 4px;
        text-align: center;
      }
      .step::details-content {
        grid-column: 1 / -1;
      }
      .on {
        inset-block-start: calc(var(--_middle) - 1.5px);
        inset-inline-start: calc(50% + var(--_place) / 2 + 6px);
        inline-size: calc(100% - var(--_place) - 12px);
        block-size: 0;
        border-block-start: 3px solid currentColor;
        border-inline-start: 0;
      }
      .name {
        flex: 1;
        padding-block: 8px 4px;
        hyphens: auto;
      }
      .here {
        margin: 4px auto 0;
      }
      .opens {
        margin: 0 auto 4px;
      }
      .facts {
        margin-block-start: 12px;
        padding: 16px;
        border: 1px solid var(--_border);
        border-radius: var(--_radius);
      }
      .services {
        max-inline-size: 40em;
      }
      .again {
        display: block;
      }
    }
  }
  @media (forced-colors: active) {
    [aria-current] .place {
      border-width: 4px;
      border-color: currentColor;
      background-color: transparent;
      color: inherit;
    }
  }
  @media print {
    [aria-current] .place {
      border-width: 4px;
      border-color: currentColor;
      background-color: transparent;
      color: inherit;
    }
    .way > li,
    .facts {
      break-inside: avoid;
    }
  }
`;

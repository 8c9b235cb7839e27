/** What a page pastes. */

/** @param integrity the hash of the script, from dist/integrity.json */
export const scriptLine = (integrity: string) =>
  `<script src="https://your.host/havn/havn.js" integrity="${integrity}" crossorigin="anonymous" defer></script>`;

/** Bars as an SVG: readable on light and dark ground, and in words for who does not see it. */

interface Bar {
  name: string;
  value: number;
  label: string;
  isOurs: boolean;
}
export interface Panel {
  title: string;
  bars: Bar[];
}

const width = 810;
const named = 280;
const valued = 60;
const line = 22;
const heading = 34;

const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

function barOf({ name, value, label, isOurs }: Bar, y: number, scale: number) {
  const length = Math.max(1, Math.round(value * scale));
  const kind = isOurs ? ' class="ours"' : '';
  return `<text x="${named - 8}" y="${y + 15}" text-anchor="end"${kind}>${escaped(name)}</text>
<rect x="${named}" y="${y + 3}" width="${length}" height="${line - 6}" rx="2"${kind}/>
<text x="${named + length + 6}" y="${y + 15}"${kind}>${escaped(label)}</text>`;
}

function panelOf({ title, bars }: Panel, y: number) {
  const scale = (width - named - valued) / Math.max(...bars.map(({ value }) => value));
  return [
    `<text x="0" y="${y + 22}" class="title">${escaped(title)}</text>`,
    ...bars.map((bar, index) => barOf(bar, y + heading + index * line, scale)),
  ].join('\n');
}

const inWords = ({ title, bars }: Panel) =>
  `${title}: ${bars.map(({ name, label }) => `${name} ${label}`).join(', ')}.`;

/**
 * @param panels one below the other
 * @returns SVG
 */
export function chart(title: string, panels: Panel[]): string {
  let height = 0;
  const drawn = panels.map(panel => {
    const y = height;
    height += heading + panel.bars.length * line + 12;
    return panelOf(panel, y);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title words">
<title id="title">${escaped(title)}</title>
<desc id="words">${escaped(panels.map(inWords).join(' '))}</desc>
<style>
text { font: 13px system-ui, sans-serif; fill: #3d4449 }
rect { fill: #8b959c }
.title { font-weight: 600; font-size: 15px; fill: #1b1f22 }
text.ours { font-weight: 600; fill: #0b5563 }
rect.ours { fill: #0b5563 }
@media (prefers-color-scheme: dark) {
text { fill: #c3cbd1 }
rect { fill: #77828a }
.title { fill: #f0f3f5 }
text.ours { fill: #7fd0df }
rect.ours { fill: #4fb3c4 }
}
</style>
${drawn.join('\n')}
</svg>
`;
}

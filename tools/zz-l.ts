import { readdirSync } from 'node:fs';
const m: any = await import('./build/lexicon.js');
console.log(readdirSync('data/lexicon').filter(f => f !== 'concepts.json').sort().map(f => f.slice(0,-5) + ' ' + m.bytesOf(f.replace('.json',''))).join(', '));

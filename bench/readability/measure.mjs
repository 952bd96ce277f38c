// Reads pages, one JSON string a line, and prints what @mozilla/readability over linkedom needs for them: processor seconds of one
// pass after a warm-up pass, and the text of each page, an empty one where it finds none.
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { Readability } from '@mozilla/readability';

const pages = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const read = (html) => {
  try {
    return new Readability(parseHTML(html).document).parse()?.textContent ?? '';
  } catch {
    return '';
  }
};
pages.forEach(read);
const before = process.cpuUsage();
const texts = pages.map(read);
const used = process.cpuUsage(before);
console.log(JSON.stringify({ seconds: (used.user + used.system) / 1e6, texts }));

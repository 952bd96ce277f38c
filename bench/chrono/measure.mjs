// Reads texts, one JSON string a line, and prints what chrono-node needs for them: processor seconds of one pass after a warm-up
// pass, and how many dates it finds.
import { readFileSync } from 'node:fs';
import * as chrono from 'chrono-node';

const texts = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const reference = new Date('2023-09-13T12:00:00Z');
let found = 0;
const pass = () => {
  found = 0;
  for (const text of texts) found += chrono.parse(text, reference).length;
};
pass();
const before = process.cpuUsage();
pass();
const used = process.cpuUsage(before);
console.log(JSON.stringify({ found, seconds: (used.user + used.system) / 1e6 }));

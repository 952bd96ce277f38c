// Reads texts, one JSON string a line, and prints what wink-nlp needs for them: tokens and processor seconds of one pass after a
// warm-up pass, with everything it offers for English but sentiment (it has no trees and no statistical names), and for tags alone.
import { readFileSync } from 'node:fs';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

const texts = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));

function measure(pipe) {
  const nlp = winkNLP(model, pipe);
  let tokens = 0;
  const pass = () => {
    tokens = 0;
    for (const text of texts) tokens += nlp.readDoc(text).tokens().length();
  };
  pass();
  const before = process.cpuUsage();
  pass();
  const used = process.cpuUsage(before);
  return { tokens, seconds: (used.user + used.system) / 1e6 };
}

console.log(JSON.stringify({ tags: measure(['sbd', 'pos']), whole: measure(['sbd', 'negation', 'ner', 'pos', 'cer']) }));

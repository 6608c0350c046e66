// Cuts Natural Earth's countries (world-atlas, TopoJSON, 1:10 million) down to the file the maps are drawn from.
// How to run it, and what the file holds: README.md.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const here = import.meta.dirname;
const source = process.argv[2] ?? 'node_modules/world-atlas/countries-10m.json';

const GRID = 250;            // steps of a degree: 445 m
const NEAR_KM2 = 0.9;        // a corner that spans less is left out
const FAR_KM2 = 30;          // … and on maps of half a continent and more
const ISLAND_KM2 = 1.6;      // smaller islands are left out, unless they are the largest of their country
const KM = 111.2;
const SAHARA_NORTH = 27 + 2 / 3;   // the line of 1912; Natural Earth has only the wall of sand

const topology = JSON.parse(fs.readFileSync(source, 'utf8'));
const { scale, translate } = topology.transform;
const arcs = topology.arcs.map(arc => {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
});

const sahara = cutSahara();

// 1. Units: Natural Earth's countries under our codes and names; Crimea and the southern Kurils cut out of Russia's shape
//    and the west of Western Sahara out of Morocco's, so that DisputedBorders.cs can say whose they are.
const names = new Map(fs.readFileSync(path.join(here, 'countries.csv'), 'utf8').trim().split('\n').map(line => {
  const [natural, code, name] = line.split(';');
  return [natural, { code, name }];
}));
const units = [];
for (const country of topology.objects.countries.geometries) {
  const known = names.get(country.properties.name);
  if (!known) throw new Error(`countries.csv lacks ${country.properties.name}`);
  const unit = { ...known, polygons: country.type === 'Polygon' ? [country.arcs] : country.arcs };
  if (unit.code === 'RU') {
    const crimea = unit.polygons.filter(p => inside(ringPoints(p[0]), 34.1, 44.95));
    const kurils = unit.polygons.filter(p => ringPoints(p[0]).every(([x, y]) => x > 145.2 && x < 149.1 && y > 43.2 && y < 45.7));
    if (crimea.length !== 1 || kurils.length < 3) throw new Error('Crimea or the southern Kurils are not where they were');
    unit.polygons = unit.polygons.filter(p => !crimea.includes(p) && !kurils.includes(p));
    units.push({ code: 'UA-43', name: 'Crimea', polygons: crimea }, { code: 'X-KUR', name: 'Southern Kurils', polygons: kurils });
  }
  if (unit.code === 'MA') {
    unit.polygons = unit.polygons.map(p => p[0] === sahara.before ? [sahara.north] : p);
    units.push({ code: 'EH-W', name: 'Western Sahara, west of the wall', polygons: [[sahara.south]] });
  }
  units.push(unit);
}
units.sort((a, b) => a.code < b.code ? -1 : 1);

// 2. Islands too small to see go.
for (const unit of units) {
  const largest = Math.max(...unit.polygons.map(p => areaKm2(ringPoints(p[0]))));
  unit.rings = unit.polygons.flatMap(p => {
    const area = areaKm2(ringPoints(p[0]));
    if (area < ISLAND_KM2 && area < largest) return [];
    return p.filter((ring, i) => i === 0 || areaKm2(ringPoints(ring)) >= ISLAND_KM2 || ring.some(isShared));
  });
  unit.largest = unit.rings.find(r => areaKm2(ringPoints(r)) >= largest * 0.999);
}

// 3. Arcs that are left, thinned by the area of each corner's triangle (Visvalingam and Whyatt, 1993).
const kept = new Map();
for (const unit of units) for (const ring of unit.rings) for (const ref of ring) {
  const index = ref < 0 ? ~ref : ref;
  if (!kept.has(index)) kept.set(index, { number: kept.size, must: false });
  if (ring === unit.largest && ring.length === 1) kept.get(index).must = true;
}
const thinned = [...kept].map(([index, { must }]) => thin(arcs[index], must));

// 4. The bytes.
const out = [];
const varint = n => { while (n > 127) { out.push((n & 127) | 128); n = Math.floor(n / 128); } out.push(n); };
const signed = n => varint(n < 0 ? -2 * n - 1 : 2 * n);
const text = s => { const b = Buffer.from(s, 'utf8'); varint(b.length); out.push(...b); };
out.push(...Buffer.from('WNA1'));
varint(GRID);
varint(units.length);
for (const unit of units) {
  text(unit.code);
  text(unit.name);
  varint(unit.rings.length);
  for (const ring of unit.rings) {
    varint(ring.length);
    for (const ref of ring) varint(ref < 0 ? kept.get(~ref).number * 2 + 1 : kept.get(ref).number * 2);
  }
}
varint(thinned.length);
for (const arc of thinned) varint(arc.length);
let lastX = 0, lastY = 0, points = 0, far = 0;
for (const arc of thinned) for (const p of arc) {
  let dx = p.x - lastX;
  if (dx > 180 * GRID) dx -= 360 * GRID;
  if (dx < -180 * GRID) dx += 360 * GRID;
  signed(dx);
  signed(p.y - lastY);
  lastX = p.x; lastY = p.y;
  points++;
  if (p.far) far++;
}
const bits = thinned.flat().map(p => p.far ? 1 : 0);
for (let i = 0; i < bits.length; i += 8) out.push(bits.slice(i, i + 8).reduce((byte, bit, at) => byte | bit << at, 0));

const bytes = zlib.brotliCompressSync(Buffer.from(out), { params: {
  [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: out.length } });
fs.writeFileSync(path.join(here, 'atlas.bin.br'), bytes);
console.log(`${units.length} units, ${thinned.length} arcs, ${points} points (${far} far), ${out.length} bytes, ${bytes.length} compressed`);

// Natural Earth counts what Morocco holds to Morocco. Its shape is cut along the northern line of the territory, from
// the knot with Algeria to the sea. Changes the topology in place; answers with Morocco's rings before and after.
function cutSahara() {
  const countries = topology.objects.countries.geometries;
  const polygonsOf = g => g.type === 'Polygon' ? [g.arcs] : g.arcs;
  const morocco = countries.find(g => g.properties.name === 'Morocco'), other = countries.find(g => g.properties.name === 'W. Sahara');
  const numbers = g => new Set(polygonsOf(g).flat(2).map(r => r < 0 ? ~r : r));
  const wall = [...numbers(morocco)].find(a => numbers(other).has(a));
  const ring = polygonsOf(morocco).map(p => p[0]).find(r => r.some(l => l === wall || l === ~wall));
  const coast = [...numbers(morocco)].find(a => a !== wall && crossing(a) > 0);
  const at = crossing(coast), [[x1, y1], [x2, y2]] = [arcs[coast][at - 1], arcs[coast][at]];
  const cut = [x1 + (x2 - x1) * (SAHARA_NORTH - y1) / (y2 - y1), SAHARA_NORTH];
  const knot = arcs[wall].find(p => Math.abs(p[1] - SAHARA_NORTH) < 0.02 && p[0] > -9);
  const southIsLast = arcs[coast].at(-1)[1] < SAHARA_NORTH;

  const second = arcs.push([cut, ...arcs[coast].slice(at)]) - 1;
  arcs[coast] = [...arcs[coast].slice(0, at), cut];
  const line = arcs.push([0, 0.25, 0.5, 0.75, 1].map(t => [cut[0] + (knot[0] - cut[0]) * t, cut[1] + (knot[1] - cut[1]) * t])) - 1;
  const [northern, southern] = southIsLast ? [coast, second] : [second, coast];

  const whole = ring.flatMap(l => l === coast ? [coast, second] : l === ~coast ? [~second, ~coast] : [l]);
  const has = arc => whole.find(l => l === arc || l === ~arc);
  const toSea = has(southern) !== undefined && arcsMeet(has(southern), has(wall));
  const north = whole.filter(l => l !== has(southern) && l !== has(wall));
  const place = north.indexOf(has(northern));
  north.splice(toSea ? place + 1 : place, 0, toSea ? line : ~line);
  return { before: ring, north, south: toSea ? [has(southern), has(wall), ~line] : [has(wall), has(southern), line] };

  function crossing(a) {
    return arcs[a].findIndex(([x, y], i, all) => i > 0 && x > -14 && x < -12 && (all[i - 1][1] > SAHARA_NORTH) !== (y > SAHARA_NORTH));
  }

  function arcsMeet(first, next) {
    const end = first < 0 ? arcs[~first][0] : arcs[first].at(-1), start = next < 0 ? arcs[~next].at(-1) : arcs[next][0];
    return end[0] === start[0] && end[1] === start[1];
  }
}

function ringPoints(ring) {
  return ring.flatMap(ref => ref < 0 ? arcs[~ref].toReversed() : arcs[ref]);
}

function isShared(ref) {
  const index = ref < 0 ? ~ref : ref;
  isShared.uses ??= topology.objects.countries.geometries.flatMap(g => g.arcs.flat(Infinity)).reduce((uses, r) => {
    const i = r < 0 ? ~r : r;
    return uses.set(i, (uses.get(i) ?? 0) + 1);
  }, new Map());
  return isShared.uses.get(index) > 1;
}

function inside(points, x, y) {
  let odd = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [x1, y1] = points[i], [x2, y2] = points[j];
    if (y1 > y !== y2 > y && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1) odd = !odd;
  }
  return odd;
}

function areaKm2(points) {
  let sum = 0;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) sum += triangleSum(points[j], points[i]);
  return Math.abs(sum) / 2 * KM * KM;
}

function triangleSum([x1, y1], [x2, y2]) {
  return wrap(x2 - x1) * (y1 + y2) * Math.cos((y1 + y2) / 360 * Math.PI);
}

function wrap(dx) {
  return dx > 180 ? dx - 360 : dx < -180 ? dx + 360 : dx;
}

function corner(a, b, c) {
  const shrink = Math.cos(b[1] * Math.PI / 180);
  const ux = wrap(a[0] - b[0]) * shrink, uy = a[1] - b[1], vx = wrap(c[0] - b[0]) * shrink, vy = c[1] - b[1];
  return Math.abs(ux * vy - uy * vx) / 2 * KM * KM;
}

function thin(arc, must) {
  const closed = arc[0][0] === arc.at(-1)[0] && arc[0][1] === arc.at(-1)[1];
  const weights = weigh(arc);
  // Of an island at least a triangle stays; of the largest of a country also on the far maps.
  const order = [...weights.keys()].slice(1, -1).sort((a, b) => weights[b] - weights[a]);
  if (closed) order.slice(0, must ? 5 : 3).forEach((at, n) => {
    weights[at] = Math.max(weights[at], must && n < 4 ? FAR_KM2 : NEAR_KM2);
  });
  const result = [];
  arc.forEach(([x, y], i) => {
    const end = i === 0 || i === arc.length - 1;
    if (!end && weights[i] < NEAR_KM2) return;
    const p = { x: Math.round(x * GRID), y: Math.round(y * GRID), far: end || weights[i] >= FAR_KM2 };
    const last = result.at(-1);
    if (last && !end && last.x === p.x && last.y === p.y) last.far ||= p.far;
    else result.push(p);
  });
  return result;
}

// The area each corner spans once all lesser ones are gone; grows along the order of leaving.
function weigh(arc) {
  const n = arc.length, weights = new Array(n).fill(Infinity);
  const before = arc.map((_, i) => i - 1), after = arc.map((_, i) => i + 1);
  const heap = [], push = e => { heap.push(e); for (let i = heap.length - 1, up; i && heap[up = (i - 1) >> 1][0] > heap[i][0]; i = up) swap(i, up); };
  const swap = (i, j) => { [heap[i], heap[j]] = [heap[j], heap[i]]; };
  const pop = () => {
    const top = heap[0], last = heap.pop();
    if (heap.length) {
      heap[0] = last;
      for (let i = 0, c; (c = 2 * i + 1) < heap.length; i = c) {
        if (c + 1 < heap.length && heap[c + 1][0] < heap[c][0]) c++;
        if (heap[c][0] >= heap[i][0]) break;
        swap(i, c);
      }
    }
    return top;
  };
  const current = new Array(n).fill(Infinity);
  const measure = i => push([current[i] = corner(arc[before[i]], arc[i], arc[after[i]]), i]);
  for (let i = 1; i < n - 1; i++) measure(i);
  let reached = 0;
  while (heap.length) {
    const [area, i] = pop();
    if (area !== current[i] || weights[i] !== Infinity) continue;
    weights[i] = reached = Math.max(reached, area);
    after[before[i]] = after[i];
    before[after[i]] = before[i];
    if (before[i] > 0) measure(before[i]);
    if (after[i] < n - 1) measure(after[i]);
  }
  return weights;
}

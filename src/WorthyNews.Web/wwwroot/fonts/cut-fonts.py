#!/usr/bin/env python3
"""Cuts the site's fonts from two npm packages; README.md beside this file says which.

    npm install @fontsource-variable/newsreader@5.3.0 @fontsource-variable/instrument-sans@5.3.0
    src/WorthyNews.Web/wwwroot/fonts/cut-fonts.py node_modules/@fontsource-variable src/WorthyNews.Web/wwwroot/fonts

Needs fontTools and brotli (Debian: fonttools, python3-brotli). Prints what to write in css/tokens.css.
"""
import copy
import hashlib
import io
import pathlib
import sys
import unicodedata

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from fontTools.varLib.varStore import VarStoreInstancer

LATIN = ("20-7E A0-A1 A3 A7 A9-AB AE B0 B7 BB BF-D6 D8-F6 F8-FF 152-153 2013-2014 2018-201A 201C-201E 2022 2026 2032-2033 "
         "2039-203A 20AC 2190-2193 2212 ")
# Names in the news of Central Europe, the Balkans, Turkey, and in transliteration.
NAMES = "100-107 10C-113 118-11B 11E-11F 12A-12B 130-131 139-13A 13D-13E 141-144 147-148 14C-14D 150-151 154-155 158-15B 15E-165 16A-16B 16E-171 178-17E 218-21B"
REST = "108-10B 114-117 11C-11D 120-129 12C-12F 134-138 13B-13C 13F-140 145-146 14A-14B 14E-14F 156-157 15C-15D 166-169 16C-16D 172-177 1E80-1E85 1E9E 1EF2-1EF3"
STROKED = {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"}


def points(ranges):
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def reload(font):
    file = io.BytesIO()
    font.flavor = None
    font.save(file)
    file.seek(0)
    return TTFont(file, recalcTimestamp=False)


def add(font, other, wanted):
    """Takes the letters that only the other cut of the same family has, and kerns each as its bare letter."""
    held, offered = font.getBestCmap(), other.getBestCmap()
    font.ensureDecompiled()
    order = list(font.getGlyphOrder())
    twins = {}
    for point in [p for p in wanted if p not in held and p in offered]:
        name = offered[point]
        for glyph in [name] + [c.glyphName for c in other["glyf"][name].components] if other["glyf"][name].isComposite() else [name]:
            if glyph in font["glyf"].keys():
                continue
            order.append(glyph)
            font["glyf"].glyphs[glyph] = copy.deepcopy(other["glyf"][glyph])
            font["hmtx"].metrics[glyph] = other["hmtx"].metrics[glyph]
            font["gvar"].variations[glyph] = copy.deepcopy(other["gvar"].variations.get(glyph, []))
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[point] = name
        letter = STROKED.get(chr(point), unicodedata.normalize("NFD", chr(point))[0])
        twins[name] = held[ord(letter)]
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    # Widths vary with the outlines (gvar); a table of widths would lack the new letters.
    for table in ("HVAR", "MVAR"):
        if table in font:
            del font[table]
    font = reload(font)
    for pairs in pair_tables(font):
        covered, right = pairs.Coverage.glyphs, getattr(pairs, "ClassDef2", None)
        for new, bare in twins.items():
            if new in covered:
                continue
            if right is not None:
                if bare in right.classDefs:
                    right.classDefs[new] = right.classDefs[bare]
                if bare in covered and bare in pairs.ClassDef1.classDefs:
                    pairs.ClassDef1.classDefs[new] = pairs.ClassDef1.classDefs[bare]
            if bare in covered:
                covered.append(new)
                if right is None:
                    pairs.PairSet.append(copy.deepcopy(pairs.PairSet[covered.index(bare)]))
        rank = sorted(range(len(covered)), key=lambda i: font.getGlyphID(covered[i]))
        pairs.Coverage.glyphs = [covered[i] for i in rank]
        if right is None:
            pairs.PairSet = [pairs.PairSet[i] for i in rank]
    return reload(font)


def pair_tables(font):
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType == 2:
                yield table


def freeze_kerning(font, location):
    """One kerning for all weights and sizes: that of the middle. It is never off by more than a fiftieth of an em in 99 of 100 pairs."""
    if "GDEF" not in font or getattr(font["GDEF"].table, "VarStore", None) is None:
        return
    deltas = VarStoreInstancer(font["GDEF"].table.VarStore, font["fvar"].axes, location)
    def settle(value):
        device = getattr(value, "XAdvDevice", None) if value is not None else None
        if device is not None:
            value.XAdvance = 2 * round((getattr(value, "XAdvance", 0) + deltas[(device.StartSize << 16) + device.EndSize]) / 2)
            del value.XAdvDevice
    for pairs in pair_tables(font):
        pairs.ValueFormat1 &= 0x0F
        if pairs.Format == 1:
            for record in [r for s in pairs.PairSet for r in s.PairValueRecord]:
                settle(record.Value1)
        else:
            for record in [r for c in pairs.Class1Record for r in c.Class2Record]:
                settle(record.Value1)


def cut(folder, source, axes, ranges, middle, out, name):
    latin, ext = (TTFont(f"{folder}/{source}".replace("*", part), recalcTimestamp=False) for part in ("latin", "latin-ext"))
    wanted = list(points(ranges))
    font = add(latin, ext, wanted) if ranges != REST else ext
    font = reload(instancer.instantiateVariableFont(font, axes))
    if middle:
        freeze_kerning(font, middle)
    options = Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font.flavor = "woff2"
    file = io.BytesIO()
    font.save(file, reorderTables=False)
    mark = hashlib.sha256(file.getvalue()).hexdigest()[:8]
    path = pathlib.Path(out) / f"{name}.{mark}.woff2"
    path.write_bytes(file.getvalue())
    held = sorted(set(wanted) & set(font.getBestCmap()))
    print(path.name, len(file.getvalue()), "lacks", [f"{p:X}" for p in wanted if p not in held])
    print("   ", ", ".join(spans(held)))


def spans(held):
    start = previous = held[0]
    for point in held[1:] + [None]:
        if point is None or point != previous + 1:
            yield f"U+{start:04X}" + (f"-{previous:04X}" if previous != start else "")
            start = point
        previous = point


def main():
    folder, out = sys.argv[1:]
    serif, italic, sans = "newsreader/files/newsreader-*-opsz-normal.woff2", "newsreader/files/newsreader-*-opsz-italic.woff2", "instrument-sans/files/instrument-sans-*-wght-normal.woff2"
    upright = {"wght": (400, 700), "opsz": (18, 72)}
    slanted = {"wght": 400, "opsz": 18}
    bars = {"wght": (400, 700)}
    for ranges, suffix in ((LATIN + NAMES, "latin"), (REST, "latin-ext")):
        cut(folder, serif, upright, ranges, {"wght": 0.33, "opsz": 0.4}, out, f"newsreader-{suffix}")
        cut(folder, italic, slanted, ranges, None, out, f"newsreader-{suffix}-italic")
        cut(folder, sans, bars, ranges, {"wght": 0.4}, out, f"instrument-sans-{suffix}")


main()

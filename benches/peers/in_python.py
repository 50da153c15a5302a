"""The Python peers and the regular expressions: what each finds in each line, and how fast.

in_python.py LINES, a JSON file of strings. Prints one JSON object a configuration:
{peer, config, hits: [[line, start, end, value]], seconds, bytes}; offsets are Unicode scalars, the value null where the peer gives none.
A peer that cannot be imported is reported with "error" instead.
"""
import contextlib
import functools
import io
import json
import logging
import math
import pathlib
import re
import sys
import time
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)


def wetext():
    """The tokens of WeTextProcessing's text normalisation; the filter drops its dates and what ends in 年月日号.

    Timed is normalize(), which is some ten times as fast as the call that tells where the tokens stand.
    """
    from wetext import Normalizer
    tagger = Normalizer(lang="zh", operator="tn")
    mappings = functools.cache(lambda line: tagger.normalize_with_mapping(line).mappings)

    def found(line, keep):
        return [(m.input_start, m.input_end, None) for m in mappings(line) if m.kind == "replace" and keep(m)]

    kept = lambda m: m.token_type != "date" and not m.input_text.endswith(("年", "月", "日", "号"))
    yield "TN, all tokens", lambda line: found(line, lambda m: True), tagger.normalize
    yield "TN − date − 年月日号", lambda line: found(line, kept), tagger.normalize


def jieba():
    """Part-of-speech tags: runs of m (and digits), with the measure word q behind them."""
    import jieba as package
    package.dt.tmp_dir = str(pathlib.Path(sys.prefix))
    from jieba import posseg

    def found(line):
        hits, at, start = [], 0, None
        for token in [*posseg.cut(line), None]:
            number = token and (token.flag == "m" or re.fullmatch(r"[\d.,%％]+", token.word))
            if number and start is None:
                start = at
            elif not number and start is not None:
                end = at + (len(token.word) if token and token.flag == "q" else 0)
                hits.append((start, end, None))
                start = None
            at += len(token.word) if token else 0
        return hits

    yield "posseg m(+q)", found, found


def cn2an():
    """transform() rewrites Chinese numerals; where the text changes there is a hit."""
    import difflib
    import cn2an as package

    def found(line):
        blocks = difflib.SequenceMatcher(None, line, package.transform(line), autojunk=False).get_opcodes()
        return [(a, b, None) for tag, a, b, _, _ in blocks if tag != "equal" and b > a]

    yield "transform()", found, package.transform


def jionlp():
    """Its extractors of money and of time, the only ones of quantities it has."""
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp as package

    def found(line):
        money = package.ner.extract_money(line, with_parsing=True) or []
        times = package.ner.extract_time(line, with_parsing=False) or []
        value = lambda hit: float(hit["detail"]["num"]) if isinstance(hit["detail"]["num"], str) else None
        return [(*hit["offset"], value(hit)) for hit in money] + [(*hit["offset"], None) for hit in times]

    yield "money + time", found, found


def quantulum3():
    """Reads English only."""
    from quantulum3 import parser
    yield "as shipped", lambda line: [(*quantity.span, quantity.value) for quantity in parser.parse(line)], parser.parse


def regex():
    """No peer but the floor: what anybody writes in a minute, and in ten."""
    digits = re.compile(r"\d+(?:\.\d+)?%?")
    words = "人次|件次|家次|场次|项次|份|件|个|名|人|次|场|项|起|户|家|所|条|篇|部|册|张|幅|处|座|套|台|辆|支|批|轮|期|例|宗|本|类|位|组|万元|元|吨|米|公里|倍"
    counted = re.compile(rf"\d+(?:[,，]\d{{3}})*(?:\.\d+)?\s*[余多]?(?:[万亿]?[余多]?\s*(?:{words})|%|％|个百分点)")
    for config, pattern in (("digits", digits), ("digits, 余 多 and 41 measure words", counted)):
        found = lambda line, pattern=pattern: [(*hit.span(), None) for hit in pattern.finditer(line)]
        yield config, found, found


PEERS = {
    "wetext 0.1.8": wetext,
    "jieba 0.42.1": jieba,
    "cn2an 0.5.24": cn2an,
    "jionlp 1.5.31": jionlp,
    "quantulum3 0.10.0": quantulum3,
    "regular expression": regex,
}


def best(run, lines, size):
    """The best of up to 15 runs in 3 seconds over 1 MB of the lines, or over what a second allows: seconds and bytes."""
    def timed(repeats):
        start = time.perf_counter()
        for _ in range(repeats):
            for line in lines:
                run(line)
        return time.perf_counter() - start

    once = timed(1)
    repeats = max(1, min(round(1e6 / size), int(1 / once)))
    runs = min(15, int(3 / (once * repeats)))
    return min([timed(repeats) for _ in range(runs)], default=once), size * repeats


def main():
    lines = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
    size = sum(len(line.encode()) for line in lines)
    for peer, configurations in PEERS.items():
        try:
            for config, found, run in configurations():
                hits = [(index, *hit) for index, line in enumerate(lines) for hit in found(line)]
                seconds, done = best(run, lines, size)
                print(json.dumps({"peer": peer, "config": config, "hits": hits, "seconds": seconds, "bytes": done}), flush=True)
        except Exception as error:  # A peer that fails must not stop the others.
            print(json.dumps({"peer": peer, "error": f"{type(error).__name__}: {error}"}), flush=True)


main()

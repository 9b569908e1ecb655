#!/usr/bin/python3
"""Random notes, and whether fu-refer says of them what the facts say, and what fu-due does.

    agree.py --seed S --count N --today DATE DIR

writes N notes under DIR.  For them
  1. fu-refer prints a line for each referral: state, last touch, told and text as the facts have it; what stands
     below a touch may be added to its text, but no other touch or promise;
  2. --json says the same, and --untold the same of what is not told;
  3. each referrer whose stage is not closed, and no other, has a `report` in fu-due -a where something is not told,
     which names just these referrals;
  4. a referrer that is asked for, by its name or its path, has the lines it has among all;
  5. --dot has a node for each note in a line, and an edge for each line;
  6. --tree says as often as the facts that somebody has an offer, or led to one.
No command may say anything on standard error.  What differs is printed; then how many referrals there were.

The notes are those of fu-due's oracle.py: facts are drawn first and nothing is read back.
"""
import argparse
import json
import os
import re
import subprocess
import sys
from datetime import date

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fu-due"))
import oracle


# --- What the facts say -----------------------------------------------------------------------------------------

class Ledger:
    def __init__(self, book, root):
        self.book, self.root = book, root
        self.offers = {n.id for n in book.notes if n.stage.lower() == "won"
                       or any(t.kind == "offer" for t in book.touches[n.id])}
        self.led = self.leading_to(self.offers)

    def leading_to(self, ids):
        """The ids, and those of who introduced them, and so on."""
        found, notes = set(ids), {n.id: n for n in self.book.notes}
        while True:
            more = {v.id for i in found for v in notes[i].via} - found
            if not more:
                return found
            found |= more

    def rows(self):
        for referrer in self.book.notes:
            told = max((t.date for t in self.book.touches[referrer.id] if tells(t)), default=date.min)
            for referral in self.book.referrals.get(referrer.id, []):
                yield referrer, referral, self.row(referrer, referral, told)

    def row(self, referrer, referral, told):
        touches = self.book.touches[referral.id]
        last = next((t for t in reversed(touches) if oracle.direction(t)), None)
        news = [t.date for t in touches if t.kind != "note"]
        known = "-" if not news else "yes" if max(news) <= told else "no"
        who = f"{referral.name} ({referral.org})" if referral.org else referral.name
        return [self.root + referrer.path, self.root + referral.path, who, oracle.state(referral, touches),
                str(last.date) if last else "", known, last.text if last else ""]

    def pictured(self):
        """The notes that have referrals or are ones."""
        return {n.id for referrer, referral, _ in self.rows() for n in (referrer, referral)}


def tells(touch):
    direction = oracle.direction(touch)
    return direction == "both" or touch.kind == "update" and direction == "out"


# A touch or a promise that stands on a line of its own.
OTHERS = re.compile(r"(^| )([-*+|]|#+|[0-9]+[.)]) +(\[.\] |(\[\[)?([^]| ]*/)?\d{4}[-/]\d\d[-/]\d\d)")

# --- What is printed --------------------------------------------------------------------------------------------

class Runs:
    def __init__(self, args):
        self.day, self.dir = str(args.today), args.dir

    def run(self, tool, *args):
        done = subprocess.run([tool, "--rules", "none", "-t", self.day, *args, self.dir], capture_output=True,
                              check=False)
        lines = done.stdout.decode().splitlines()
        return lines + [f"{tool}: {line}" for line in done.stderr.decode().splitlines()] + (
            [f"{tool}: status {done.returncode}"] if done.returncode else [])


def differ(name, wanted, found):
    if wanted == found:
        return 0
    print(name)
    for line in [line for line in wanted if line not in found][:5]:
        print(f"  -{line}")
    for line in [line for line in found if line not in wanted][:5]:
        print(f"  +{line}")
    return 1


def without_below(rows, texts):
    """The rows, without what stands below the touch, where that may be added to its text."""
    cells = [row.split("\t") for row in rows]
    for c in cells:
        text = texts.get(c[1], "") if len(c) == 7 else None
        if text is not None and c[6].startswith(text) and not OTHERS.search(c[6][len(text):]):
            c[6] = text
    return ["\t".join(c) for c in cells]


def of_json(line):
    r = json.loads(line)
    who = f"{r['name']} ({r['org']})" if r["org"] else r["name"]
    told = {None: "-", True: "yes", False: "no"}[r["told"]]
    return "\t".join([r["referrer"], r["path"], who, r["state"], r["last"] or "", told, r["text"] or ""])


def reports(ledger):
    """The referrer and why of each report that fu-due -a is to print."""
    news = {}
    for referrer, referral, row in ledger.rows():
        if row[5] == "no" and not oracle.closed(referrer):
            news.setdefault(row[0], []).append(f"{referral.name} ({row[3]})")
    return sorted((path, "news of " + ", ".join(names)) for path, names in news.items())


def check_offers(ledger, tree):
    """A note is drawn once for each that introduced it, and below that once more where the chain is expanded: once."""
    marks = [re.search(r", (led to an offer|offer)(, \d+ deep)?( \(see above\))?$", line) for line in tree]
    has = [m[1] for m in marks if m]
    drawn = ledger.pictured()
    lines = {n.id: max(1, len(n.via)) for n in ledger.book.notes if n.id in drawn}
    wanted = {"offer": ledger.offers & drawn, "led to an offer": ledger.led - ledger.offers}
    return differ("--tree", [f"{sum(lines[i] for i in ids)} {mark}" for mark, ids in wanted.items()],
                  [f"{has.count(mark)} {mark}" for mark in wanted])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("-t", "--today", type=date.fromisoformat, required=True)
    parser.add_argument("dir")
    args = parser.parse_args()
    notes = oracle.Facts(args.seed, args.today).notes(args.count)
    oracle.Writer(args.seed, args.today, args.dir).write(notes)
    ledger, runs = Ledger(oracle.Book(notes, args.today), args.dir + "/"), Runs(args)

    rows = ["\t".join(row) for _, _, row in ledger.rows()]
    texts = {row[1]: row[6] for _, _, row in ledger.rows()}
    printed = runs.run("fu-refer")
    wrong = differ("fu-refer", rows, without_below(printed, texts))
    wrong += differ("--json", printed, [of_json(line) for line in runs.run("fu-refer", "--json")])
    led = [json.loads(line)["id"] for line in runs.run("fu-refer", "--json") if json.loads(line)["led_to_offer"]]
    wrong += differ("led_to_offer", [n.id for _, n, _ in ledger.rows() if n.id in ledger.led], led)
    untold = [row for row in printed if row.split("\t")[5] == "no"]
    wrong += differ("--untold", untold, runs.run("fu-refer", "--untold"))
    due = [row.split("\t") for row in runs.run("fu-due", "-a")]
    wrong += differ("fu-due", reports(ledger), sorted((r[3], r[5]) for r in due if r[2] == "report"))
    for referrer in list({referrer.id: referrer for referrer, _, _ in ledger.rows()}.values())[:12]:
        mine = [row for row in printed if row.startswith(f"{args.dir}/{referrer.path}\t")]
        for operand in (referrer.name, referrer.id, os.path.join(args.dir, referrer.path)):
            wrong += differ(operand, mine, runs.run("fu-refer", operand))
    dot = runs.run("fu-refer", "--dot")
    wrong += differ("--dot", [f"{len(ledger.pictured())} nodes", f"{len(rows)} edges"],
                    [f"{sum(' [label=' in line for line in dot)} nodes", f"{sum(' -> ' in line for line in dot)} edges"])
    wrong += check_offers(ledger, runs.run("fu-refer", "--tree"))
    told = [row.split("\t")[5] for row in rows]
    if min(map(told.count, ["yes", "no", "-"])) < args.count / 100:
        wrong += differ("few that are told, not told or no news", [], sorted(told))
    print(f"{args.count} notes")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""The options of each tool are the same in its help, its man page and its completions; its help fits a screen; and
every field, kind and key is in the man pages."""

import os
import re
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(TOP, os.environ.get("BUILD", "build"))
TOOLS = ["fu-due", "fu-list", "fu-check", "fu-refer", "fu-report", "fu-stats", "fu-log", "fu-promise", "fu-set",
         "fu-new"]

point = 0
failed = 0


def ok(good, name, detail=""):
    global point, failed
    point += 1
    print(f"{'' if good else 'not '}ok {point} - {name}")
    if not good:
        failed += 1
        print("".join(f"# {line}\n" for line in str(detail).splitlines()), end="")


def same(found, wanted, name):
    ok(found == wanted, name, f"missing: {sorted(wanted - found)}\nbeyond: {sorted(found - wanted)}")


def read(*path):
    with open(os.path.join(TOP, *path), encoding="utf-8") as f:
        return f.read()


def page(name):
    text = subprocess.run(["mandoc", "-T", "utf8", "-O", "width=160", os.path.join(TOP, "man", name)],
                          capture_output=True, text=True, check=True).stdout
    return re.sub(".\b", "", text)


def options(text):
    return set(re.findall(r"(?<![\w-])(--[a-z][a-z-]+|-[A-Za-z0-9](?![\w-]))", text))


def help_of(tool):
    return subprocess.run([os.path.join(BUILD, tool), "--help"], capture_output=True, text=True, check=True).stdout


def check_tool(tool):
    text = help_of(tool)
    listed = set()
    for line in text.splitlines():
        if line.startswith("  "):
            listed |= options(re.split(r"  +", line.strip())[0])
    ok(len(text.splitlines()) <= 24, f"{tool}: help fits a screen of 24 lines", len(text.splitlines()))
    ok(max(map(len, text.splitlines())) <= 80, f"{tool}: help fits 80 columns")
    manual = page(tool + ".1")
    for name in sorted(listed):
        ok(name in options(manual), f"{tool}.1 has {name}")
    long_ones = {o for o in listed if o.startswith("--")}
    for shell in (tool + ".bash", "_" + tool):
        same(options(read("examples", "completion", shell)) & listed, listed, f"{shell} has all options")
    fish = read("examples", "completion", tool + ".fish")
    same({"--" + o for o in re.findall(r"-l ([a-z-]+)", fish)}, long_ones, f"{tool}.fish has all long options")


def check_note_page():
    text = page("fu-note.5")
    for name in re.findall(r'"(\w+)"', read("src", "lib", "field.c").split("= {", 1)[1]):
        spaced = "".join(c + r"[\s_-]*" for c in name)
        ok(re.search(spaced, text, re.I), f"fu-note.5 has the field {name}")
    for kind in re.findall(r"^  ([a-z-]+): [a-z]+$", read("seeds", "rules.yaml"), re.M):
        ok(kind in text, f"fu-note.5 has the kind {kind}")


def check_rules_page():
    text = page("fu-rules.5")
    for key in re.findall(r'^\t\{"(\w+)", read_', read("src", "lib", "rules.c"), re.M):
        ok(key in text, f"fu-rules.5 has the key {key}")
    shown = text.split("\nBUILT-IN RULES\n", 1)[1].split("\nSEE ALSO\n", 1)[0]
    ok(shown.split() == read("seeds", "rules.yaml").split(), "fu-rules.5 has seeds/rules.yaml as it is", shown)


def check_template():
    shown = page("fu-new.1").split("Without such a file it is this:\n", 1)[-1]
    shown = shown.split("\nOPTIONS\n", 1)[0]
    ok(shown.split() == read("seeds", "note.md").split(), "fu-new.1 has seeds/note.md as it is", shown)


def check_practice():
    """Each line that seeds/practice.md names as shown is one of the example's."""
    lines = [line.split("\t") for line in
             (read("tests", "fu-due", "demo.tsv") + read("tests", "fu-due", "demo-all.tsv")).splitlines()]
    known = {(line[3].replace("examples/notes/", ""), line[2]) for line in lines}
    for path, action in re.findall(r"`([\w-]+/[\w-]+\.md)`: ([a-z-]+)", read("seeds", "practice.md")):
        shown = (path, action) in known if action != "no" else path not in {known_path for known_path, _ in known}
        ok(shown, f"practice.md: {path} is due: {action}")


for each in TOOLS:
    check_tool(each)
check_note_page()
check_rules_page()
check_template()
check_practice()
print(f"1..{point}")
sys.exit(failed > 0)

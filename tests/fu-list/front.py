#!/usr/bin/python3
"""The front matter of notes as another reader of YAML has it, and as fu-list --json prints it.

    front.py DIR...                  compares the two for every note under each DIR
    front.py --write SEED COUNT DIR  writes random notes under DIR

The reader is PyYAML's, in Python, without its types: every scalar is its text, and null only where it is plain and
nothing, ~ or null.  Of equal keys the last one counts; the order of keys does not.  What differs is printed, then how
many notes were compared, and how many were refused: fu-list has printed an error for each of those, and nothing else.
Exit status 1: something differs.
"""
import json
import os
import random
import subprocess
import sys

import yaml

# --- What a note says -------------------------------------------------------------------------

NULLS = {"", "~", "null", "Null", "NULL"}


def notes(root):
    for at, folders, files in os.walk(root):
        folders[:] = [f for f in folders if not f.startswith(".")]
        for name in files:
            if name.lower().endswith((".md", ".markdown")) and not name.startswith("."):
                yield os.path.join(at, name)


def front_matter(path):
    """The text between the fences; None where the file does not begin with one, or it is not closed."""
    with open(path, "rb") as file:
        lines = file.read().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if lines[0].rstrip() != b"---":
        return None
    for n, line in enumerate(lines[1:], 1):
        if line.rstrip() in (b"---", b"..."):
            return b"".join(part + b"\n" for part in lines[1:n]).decode()
    return None


def value(node):
    if isinstance(node, yaml.ScalarNode):
        return None if node.style is None and node.value in NULLS else node.value
    if isinstance(node, yaml.SequenceNode):
        return [value(item) for item in node.value]
    return fields(node)


def fields(node):
    return {name(key): value(item) for key, item in node.value}


def name(key):
    """A key that is a list or a mapping is its JSON."""
    if isinstance(key, yaml.ScalarNode):
        return key.value
    return json.dumps(value(key), separators=(",", ":"), ensure_ascii=False)


def front(text):
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    return {} if node is None or value(node) is None else fields(node)


# --- Against what fu-list says ----------------------------------------------------------------

def compare(roots):
    run = subprocess.run(["fu-list", "--rules", "none", "--json", *roots], capture_output=True, check=False)
    printed = {note["path"]: note["front"] for note in map(json.loads, run.stdout.splitlines())}
    errors = run.stderr.decode(errors="replace")
    compared = refused = differ = 0
    for path in sorted({path for root in roots for path in notes(root)}):
        text = front_matter(path)
        if path not in printed:
            if text is not None or f"fu-list: {path}:" in errors:
                refused += 1
                if f"fu-list: {path}:" not in errors:
                    differ += 1
                    print(f"{path}: not printed, and no word of it")
            continue
        compared += 1
        found = printed.pop(path)
        try:
            wanted = front(text)
        except yaml.YAMLError as error:
            wanted = " ".join(str(error).split())
        if found != wanted:
            differ += 1
            print(f"{path}:\n  wanted {json.dumps(wanted)}\n  found  {json.dumps(found)}")
    for path in sorted(printed):
        differ += 1
        print(f"{path}: printed, and no note")
    print(f"{compared} compared, {refused} refused")
    return differ > 0


# --- Random notes -----------------------------------------------------------------------------

WORDS = ["", " ", "null", "~", "true", "No", "007", "1e3", "-3", "0x1F", "2026-11-22", "2026-11-22T10:00:00Z",
         "12:30:45", "=", "<<", "a: b", "a #b", "#a", "- a", "-", "--- x", "...", "? a", "[a, b]", "{a: b}", "*a", "&a b",
         "!a", "%a", "@a", "`a`", "'", '"', "it's", 'say "hi"', "\\", "C:\\new\\table", "tab\there", "two\nlines",
         "\nfirst", "last\n", "end\n\n", " lead", "trail ", "  two\n   three\n", "a\n\n\nb", "é", "e\u0301", "田中太郎",
         "İıßẞ", "😀", "\u200b", "\xa0", "\ufffd", "|", ">", "|-", ",", "a,b", "[[Lee Park|Lee]]", "{{name}}",
         "x" * 90 + " " + "y" * 90, "word " * 60]
KEYS = ["name", "Name", "org", "tags", "last contact", "last-contact", "lastContact", "a", "A", "b_c", "b c", "ö", "Ö", "ß",
        "ẞ", "田", "null", "yes", "1", "2026-11-22", "it's", "#", "a: b", "- a", "", "K", "\u212a", "k", "and", "😀"]


def tree(rng, depth):
    kind = rng.random()
    if depth and kind < .15:
        return [tree(rng, depth - 1) for _ in range(rng.randint(0, 4))]
    if depth and kind < .35:
        return {rng.choice(KEYS): tree(rng, depth - 1) for _ in range(rng.randint(0, 4))}
    return None if kind < .45 else rng.choice(WORDS)


def write(seed, count, root):
    rng = random.Random(f"{seed} front matter")
    os.makedirs(root, exist_ok=True)
    for n in range(count):
        data = {f"x{key}": tree(rng, 4) for key in rng.sample(KEYS, rng.randint(1, 9))}
        text = yaml.dump(data, sort_keys=False, default_flow_style=rng.choice([True, False, None]),
                         width=rng.choice([20, 80, 1000]), indent=rng.choice([2, 4, 7]),
                         allow_unicode=rng.choice([True, False]), line_break=rng.choice(["\n", "\n", "\r\n"]))
        with open(os.path.join(root, f"{n:04}.md"), "wb") as file:
            file.write(f"---\n{text}---\n".encode())


if __name__ == "__main__":
    if len(sys.argv) == 5 and sys.argv[1] == "--write":
        write(sys.argv[2], int(sys.argv[3]), sys.argv[4])
    elif len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    else:
        sys.exit(compare(sys.argv[1:]))

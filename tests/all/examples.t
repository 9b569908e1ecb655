#!/usr/bin/env python3
"""Runs what the README and the man pages show: each `$ ` line of theirs is a command, and what follows it, up to the
next one, what it prints. In a man page a command stands without its output, and must end well."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(TOP, os.environ.get("BUILD", "build"))


def environment(home):
    """Nothing of the user's own; a terminal and an editor that do nothing."""
    return {"PATH": BUILD + ":" + os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8", "EDITOR": "true",
            "FU_TODAY": "2026-11-22"}


def blocks_of_readme():
    with open(os.path.join(TOP, "README.md"), encoding="utf-8") as f:
        return re.findall(r"^```console\n(.*?)^```$", f.read(), re.M | re.S)


def commands(block):
    """The commands of a block, each with its output."""
    command, output = None, []
    for line in block.splitlines(True):
        if line.startswith("$ "):
            if command is not None:
                yield command, "".join(output)
            command, output = line[2:], []
        elif line.startswith("> ") and not output:
            command += line[2:]
        else:
            output.append(line)
    if command is not None:
        yield command, "".join(output)


def commands_of_page(page):
    text = subprocess.run(["mandoc", "-T", "ascii", "-O", "width=200", page], capture_output=True, text=True,
                          check=True).stdout
    text = re.sub(".\b", "", text)
    return [m.group(1) for m in re.finditer(r"^ +\$ (.*(?:\\\n.*)*)$", text, re.M)]


class Tap:
    """Test points, numbered."""

    def __init__(self):
        self.n = 0
        self.bad = 0

    def point(self, good, name, detail=""):
        self.n += 1
        print(f"{'' if good else 'not '}ok {self.n} - {name}")
        if not good:
            self.bad += 1
            print("".join("# " + line + "\n" for line in detail.splitlines()), end="")


def run(command, directory, env):
    return subprocess.run(["sh", "-c", command], cwd=directory, env=env, capture_output=True, text=True, check=False,
                          stdin=subprocess.DEVNULL)


def check_readme(tap, directory, env):
    for block in blocks_of_readme():
        for command, output in commands(block):
            got = run(command, directory, env)
            tap.point((got.returncode, got.stdout, got.stderr) == (0, output, ""), "README: " + command.splitlines()[0],
                      f"status {got.returncode}, printed\n{got.stdout}{got.stderr}instead of\n{output}")


def check_page(tap, page, directory, env):
    for command in commands_of_page(os.path.join(TOP, "man", page)):
        got = run(command, directory, env)
        tap.point(got.returncode == 0 and not got.stderr, f"{page}: {command}", f"status {got.returncode}\n{got.stderr}")


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as directory:
        env = environment(os.path.join(directory, "home"))
        shutil.copytree(os.path.join(TOP, "examples"), os.path.join(directory, "examples"))
        check_readme(tap, directory, env)
        for page in sorted(os.listdir(os.path.join(TOP, "man"))):
            check_page(tap, page, directory, env)
    print(f"1..{tap.n}")
    sys.exit(tap.bad > 0)


main()

#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What is done with a graph of 10,000, 20,000 and 50,000 revisions once headers are read, in several shapes: median
# milliseconds of each phase, and memory per revision. One virtual machine a shape, with the options of the launcher.
# Usage: bench/graph-50000.sh [SHAPE...]
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need javac openjdk-17-jdk-headless

"$retort" --version >/dev/null
classes=$(printf '%s:' "$root"/cli/target/retort-*/lib/*.jar)
javac -d "$work" -cp "$classes" "$bench/GraphShapes.java"
shapes() { java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g -cp "$work:$classes" GraphShapes "$@"; }

[ $# -gt 0 ] || mapfile -t names < <(shapes)
[ $# -eq 0 ] || names=("$@")
echo "median milliseconds of 5; memory per revision of the graph, and of the plan of a full upgrade"
printf '%-20s %6s  %6s  %6s  %6s  %6s  %6s  %6s  %6s  %6s\n' \
    shape size build 2000 up down curr. hist. graph plan
for name in "${names[@]}"; do
    for size in 10000 20000 50000; do shapes "$name" $size; done
done

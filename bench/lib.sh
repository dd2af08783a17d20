# SPDX-License-Identifier: Apache-2.0
# Shared by the benchmarks: times whole processes in turn, so that both sides meet the same machine.

set -euo pipefail
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$bench")
retort=$root/retort

need() {
    command -v "$1" >/dev/null || { echo "bench: $1 is not installed (Debian package: ${2:-$1})" >&2; exit 2; }
}

# milliseconds COMMAND...: prints how long one run takes; its output is dropped, a failure ends the benchmark.
milliseconds() {
    local start=${EPOCHREALTIME/[.,]/}
    "$@" >/dev/null 2>"$work/stderr" || { echo "bench: failed: $*" >&2; cat "$work/stderr" >&2; exit 1; }
    local end=${EPOCHREALTIME/[.,]/}
    echo $(((end - start) / 1000))
}

# median FILE: the middle one of the numbers in a file.
median() {
    sort -n "$1" | awk '{v[NR] = $1} END {print (NR % 2) ? v[(NR + 1) / 2] : int((v[NR / 2] + v[NR / 2 + 1]) / 2)}'
}

# in_turn ROUNDS NAME_A FUNCTION_A NAME_B FUNCTION_B: runs both in turn and prints medians, extremes and A / B.
in_turn() {
    local rounds=$1 a=$2 run_a=$3 b=$4 run_b=$5 i
    : >"$work/a"
    : >"$work/b"
    for ((i = 0; i < rounds; i++)); do
        "$run_a" >>"$work/a"
        "$run_b" >>"$work/b"
    done
    local median_a median_b
    median_a=$(median "$work/a")
    median_b=$(median "$work/b")
    printf '%-34s %6d ms  (%d to %d, %d runs)\n' "$a" "$median_a" "$(sort -n "$work/a" | head -1)" "$(sort -n "$work/a" | tail -1)" "$rounds"
    printf '%-34s %6d ms  (%d to %d, %d runs)\n' "$b" "$median_b" "$(sort -n "$work/b" | head -1)" "$(sort -n "$work/b" | tail -1)" "$rounds"
    awk -v a="$median_a" -v b="$median_b" 'BEGIN {printf "ratio %.2f\n", a / b}'
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

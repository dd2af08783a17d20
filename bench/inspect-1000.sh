#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Reads 1,000 tables (8 columns, a primary key, an index and a foreign key each) back from an empty database, and gives the
# inspector's own catalogue queries to the database's client, in turn.
# Usage: bench/inspect-1000.sh [URL CLIENT...]     without arguments: SQLite, in a new file
# For example: bench/inspect-1000.sh postgresql://postgres@localhost/bench psql -X -q -v ON_ERROR_STOP=1 postgresql://postgres@localhost/bench
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need javac openjdk-17-jdk-headless

"$retort" --version >/dev/null
# As the launcher starts Java: the one jar that names the others, the archive of classes if there is one, the same options.
jar=$(echo "$root"/cli/target/retort-*/lib/retort-cli-*.jar)
archive=$(find "$(dirname "$jar")" -name 'java-*.jsa' -size +0)
javac -d "$work" -cp "$jar" "$bench/InspectionTimes.java"
if [ $# -eq 0 ]; then
    need sqlite3
    set -- "sqlite:///$work/bench.db" sqlite3 "$work/bench.db"
fi
url=$1
shift
echo "milliseconds: the inspector's first time in a new process, its median of 7, the client's; ratios of the two to the client"
printf '%-18s %7s  %6s  %6s  %6s  %6s  %6s\n' server queries first median client first median
java -Xshare:auto ${archive:+"-XX:SharedArchiveFile=$archive"} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$jar:$work" \
    InspectionTimes "$url" 1000 "$@"

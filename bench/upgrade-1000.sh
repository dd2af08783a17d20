#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# 1,000 revisions, a table of eight columns and an index each, upgraded on SQLite, against the same DDL in the sqlite3
# client with one transaction for each revision. Both databases are synced to disk alike (SQLite's defaults).
# Usage: bench/upgrade-1000.sh [ROUNDS]
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need sqlite3
rounds=${1:-5}
count=1000

mkdir -p "$work/project/migrations"
printf 'migrations: [migrations]\ndatabase: {url: "sqlite:///app.db"}\n' >"$work/project/retort.yaml"
parent=
for i in $(seq 1 $count); do
    id=$(printf 'bbbb%08d' "$i")
    {
        echo "revision: $id"
        [ -z "$parent" ] || echo "revises: $parent"
        printf 'message: table %d\ncreated: 2026-01-02T20:00:00Z\nupgrade:\n' "$i"
        cat <<END
  - create_table:
      name: t$i
      columns:
        - {name: id, type: integer, nullable: false}
        - {name: a, type: varchar(50), nullable: false}
        - {name: b, type: varchar(50)}
        - {name: c, type: integer, default: 0}
        - {name: d, type: "decimal(10, 2)"}
        - {name: e, type: boolean}
        - {name: f, type: timestamp}
        - {name: g, type: text}
      primary_key: [id]
  - create_index: {name: ix_t${i}_a, table: t$i, columns: [a]}
END
        echo "downgrade: auto"
    } >"$work/project/migrations/${id}_table_$i.yaml"
    {
        echo "BEGIN;"
        echo "CREATE TABLE \"t$i\" (\"id\" INTEGER NOT NULL, \"a\" VARCHAR(50) NOT NULL, \"b\" VARCHAR(50), \"c\" INTEGER DEFAULT 0, \"d\" DECIMAL(10, 2), \"e\" BOOLEAN, \"f\" TIMESTAMP, \"g\" TEXT, PRIMARY KEY (\"id\"));"
        echo "CREATE INDEX \"ix_t${i}_a\" ON \"t$i\" (\"a\");"
        echo "COMMIT;"
    } >>"$work/script.sql"
    parent=$id
done

run_retort() {
    rm -f "$work/project"/app.db*
    milliseconds "$retort" -C "$work/project" upgrade head
}
sqlite_script() { sqlite3 -bail "$work/plain.db" <"$work/script.sql"; }
run_sqlite() {
    rm -f "$work"/plain.db*
    milliseconds sqlite_script
}
run_retort >/dev/null
run_sqlite >/dev/null
tables() { sqlite3 "$1" "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE 't%'"; }
[ "$(tables "$work/project/app.db")" = $count ] && [ "$(tables "$work/plain.db")" = $count ] ||
    { echo "bench: the two databases do not have $count tables each" >&2; exit 1; }

echo "$count revisions on SQLite, whole processes in turn"
in_turn "$rounds" "retort upgrade head" run_retort "sqlite3 with the same DDL" run_sqlite

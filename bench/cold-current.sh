#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A cold `retort current` on a SQLite project of ten revisions, against `alembic current` on the same graph.
# Usage: bench/cold-current.sh [ROUNDS]
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need alembic
rounds=${1:-20}

mkdir -p "$work/retort/migrations" "$work/alembic"
printf 'migrations: [migrations]\ndatabase: {url: "sqlite:///app.db"}\n' >"$work/retort/retort.yaml"
(cd "$work/alembic" && alembic init -t generic versions_root >/dev/null 2>&1)
sed -i "s#^sqlalchemy.url = .*#sqlalchemy.url = sqlite:///$work/alembic/app.db#" "$work/alembic/alembic.ini"

parent=
for i in $(seq 1 10); do
    id=$(printf 'aaaa%08d' "$i")
    down=None
    [ -z "$parent" ] || down="'$parent'"
    {
        echo "revision: $id"
        [ -z "$parent" ] || echo "revises: $parent"
        printf 'message: table %d\ncreated: 2026-01-02T20:00:00Z\nupgrade:\n' "$i"
        printf '  - create_table: {name: t%d, columns: [{name: id, type: integer, nullable: false}, {name: name, type: varchar(50)}], primary_key: [id]}\n' "$i"
        echo "downgrade: auto"
    } >"$work/retort/migrations/${id}_table_$i.yaml"
    {
        printf '"""table %d"""\nfrom alembic import op\nimport sqlalchemy as sa\n' "$i"
        printf "revision = '%s'\ndown_revision = %s\nbranch_labels = None\ndepends_on = None\n" "$id" "$down"
        printf "def upgrade():\n    op.create_table('t%d', sa.Column('id', sa.Integer(), primary_key=True), sa.Column('name', sa.String(50)))\n" "$i"
        printf "def downgrade():\n    op.drop_table('t%d')\n" "$i"
    } >"$work/alembic/versions_root/versions/${id}_table_$i.py"
    parent=$id
done

run_retort() { milliseconds "$retort" -C "$work/retort" current; }
run_alembic() { milliseconds alembic -c "$work/alembic/alembic.ini" current; }
cd "$work/alembic"
"$retort" -C "$work/retort" upgrade head >/dev/null
alembic -c alembic.ini upgrade head >/dev/null 2>&1
"$retort" -C "$work/retort" current | grep -q "$parent" || { echo "bench: retort is not at the head" >&2; exit 1; }
alembic -c alembic.ini current 2>/dev/null | grep -q "$parent" || { echo "bench: alembic is not at the head" >&2; exit 1; }

echo "current, 10 revisions on SQLite, whole processes in turn"
in_turn "$rounds" "retort current" run_retort "alembic current" run_alembic

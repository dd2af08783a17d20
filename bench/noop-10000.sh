#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# `upgrade head` where there is nothing to do: 10,000 revisions of 5 to 20 operations each, all applied, on SQLite; whole
# processes, against Alembic on the same graph. A chain, then a graph with branches and merges. Both sides have run before:
# the files are in the page cache, and Alembic has its compiled modules beside its migrations.
# Usage: bench/noop-10000.sh [ROUNDS]
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need alembic
need python3
need sqlite3
rounds=${1:-5}
count=${COUNT:-10000}

# Writes the same graph for both, seeded: project SHAPE.
project() {
    mkdir -p "$work/$1/retort/migrations" "$work/$1/alembic"
    (cd "$work/$1/alembic" && alembic init -t generic versions_root >/dev/null 2>&1)
    sed -i "s#^sqlalchemy.url = .*#sqlalchemy.url = sqlite:///$work/$1/alembic/app.db#" "$work/$1/alembic/alembic.ini"
    printf 'migrations: [migrations]\ndatabase: {url: "sqlite:///app.db"}\n' >"$work/$1/retort/retort.yaml"
    python3 - "$work/$1" "$1" "$count" <<'END'
import random, sys

folder, shape, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
chance = random.Random(1)
TYPES = [("varchar(100)", "sa.String(100)"), ("integer", "sa.Integer()"), ("text", "sa.Text()"), ("boolean", "sa.Boolean()"),
         ("decimal(10, 2)", "sa.Numeric(10, 2)"), ("timestamp", "sa.DateTime()")]


def table(i, n):
    name = f"t{i}_{n}"
    yaml = [f"  - create_table:", f"      name: {name}", "      columns:", "        - {name: id, type: integer, nullable: false}"]
    python = [f"    op.create_table(", f"        '{name}',", "        sa.Column('id', sa.Integer(), primary_key=True),"]
    for c in range(6):
        yaml.append(f"        - {{name: column_{c}, type: \"{TYPES[c][0]}\", nullable: {'true' if c % 2 else 'false'}}}")
        python.append(f"        sa.Column('column_{c}', {TYPES[c][1]}, nullable={bool(c % 2)}),")
    yaml.append("      primary_key: [id]")
    python.append("    )")
    return yaml, python


def operations(i):
    yaml, python = [], []
    for n in range(chance.randint(5, 20)):
        if n % 3 == 0:
            own = table(i, n)
        elif n % 3 == 1:
            own = ([f"  - create_index: {{name: ix_{i}_{n}, table: t{i}_{n - 1}, columns: [column_0, column_1]}}"],
                   [f"    op.create_index('ix_{i}_{n}', 't{i}_{n - 1}', ['column_0', 'column_1'])"])
        else:
            own = ([f"  - add_column: {{table: t{i}_{n - 2}, column: {{name: added_{n}, type: varchar(50)}}}}"],
                   [f"    op.add_column('t{i}_{n - 2}', sa.Column('added_{n}', sa.String(50)))"])
        yaml += own[0]
        python += own[1]
    return yaml, python


heads = []
for i in range(count):
    rev = f"{i * 2654435761 % 2**48:012x}"
    last = i == count - 1
    if not heads:
        parents = []
    elif shape == "chain":
        parents = heads[:1]
    elif last or (len(heads) > 1 and chance.random() < 0.25):
        parents = heads[:] if last else chance.sample(heads, 2)
    else:
        parents = [chance.choice(heads)]
    if not (shape != "chain" and not last and len(heads) < 6 and chance.random() < 0.1):
        heads = [head for head in heads if head not in parents]
    heads.append(rev)
    yaml, python = operations(i)
    with open(f"{folder}/retort/migrations/{rev}_change_{i}.yaml", "w") as out:
        revises = parents[0] if len(parents) == 1 else "[" + ", ".join(parents) + "]"
        print(f"revision: {rev}" + (f"\nrevises: {revises}" if parents else ""), file=out)
        print(f"message: Change number {i}\ncreated: 2026-01-02T20:00:00Z\nupgrade:", *yaml, "downgrade: auto", sep="\n", file=out)
    with open(f"{folder}/alembic/versions_root/versions/{rev}_change_{i}.py", "w") as out:
        down = None if not parents else parents[0] if len(parents) == 1 else tuple(parents)
        print(f'"""Change number {i}\n\nRevision ID: {rev}\n\n"""\nfrom alembic import op\nimport sqlalchemy as sa\n', file=out)
        print(f"revision = {rev!r}\ndown_revision = {down!r}\nbranch_labels = None\ndepends_on = None\n\n", file=out)
        print("def upgrade():", *python, "\n\ndef downgrade():\n    pass", sep="\n", file=out)
END
}

run_retort() { milliseconds "$retort" -C "$work/$shape/retort" "$@"; }
run_alembic() { milliseconds alembic -c "$work/$shape/alembic/alembic.ini" "$@"; }
retort_upgrade() { run_retort upgrade head; }
alembic_upgrade() { run_alembic upgrade head; }

for shape in chain graph; do
    project $shape
    # Both databases get the rows of the head and no tables: nothing looks at those.
    "$retort" -C "$work/$shape/retort" stamp head >/dev/null
    cd "$work/$shape/alembic"
    head=$("$retort" -C "$work/$shape/retort" current | awk 'NR == 1 {print $1}')
    sqlite3 app.db "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
        INSERT INTO alembic_version VALUES ('$head')"
    [ "$(alembic -c alembic.ini heads 2>/dev/null | awk 'NR == 1 {print $1}')" = "$head" ] ||
        { echo "bench: $head is not the head" >&2; exit 1; }
    retort_upgrade >/dev/null
    alembic_upgrade >/dev/null
    echo "upgrade head with nothing to do, $shape of $count revisions on SQLite, whole processes in turn"
    in_turn "$rounds" "retort upgrade head" retort_upgrade "alembic upgrade head" alembic_upgrade
    for command in current heads history; do
        printf 'for information: retort %-8s %5d ms\n' "$command" "$(run_retort $command)"
    done
done

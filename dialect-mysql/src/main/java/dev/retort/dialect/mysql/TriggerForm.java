// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.SqlWriter;
import dev.retort.schema.Options;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Triggers with definer, mode and order: as they are read back, and as they are created. Those of one table, moment and
 * event run in the order of their names, or in that which option {@code order} says.
 */
record TriggerForm(MysqlOptions options) {

    private static final int LAST = Integer.MAX_VALUE;

    List<Trigger> canonical(Schema schema) {
        Map<String, List<Trigger>> groups = new LinkedHashMap<>();
        schema.triggers()
                .values()
                .forEach(trigger -> groups.computeIfAbsent(group(trigger), key -> new ArrayList<>())
                        .add(trigger));
        List<Trigger> all = new ArrayList<>();
        for (List<Trigger> group : groups.values()) {
            List<Trigger> byName = sorted(group, Comparator.comparing(Trigger::name));
            List<Trigger> inOrder = sorted(group, byOrder());
            boolean usual = byName.equals(inOrder);
            for (int i = 0; i < inOrder.size(); i++) {
                all.add(plain(inOrder.get(i), usual ? 0 : i + 1));
            }
        }
        return all;
    }

    private static List<Trigger> sorted(List<Trigger> triggers, Comparator<Trigger> order) {
        return triggers.stream().sorted(order).toList();
    }

    private Comparator<Trigger> byOrder() {
        return Comparator.comparingLong(this::order).thenComparing(Trigger::name);
    }

    private long order(Trigger trigger) {
        return trigger.options().forDialect(options.dialect()).get(MysqlOptions.ORDER) instanceof Number number
                ? number.longValue()
                : LAST;
    }

    private static String group(Trigger trigger) {
        return trigger.table() + "\u0001" + trigger.timing() + trigger.events();
    }

    private Trigger plain(Trigger trigger, int order) {
        Options own = Options.NONE;
        String definer = options.text(trigger.options(), MysqlOptions.DEFINER);
        String modes = options.text(trigger.options(), MysqlOptions.SQL_MODE);
        own = definer.isEmpty() ? own : options.with(own, MysqlOptions.DEFINER, definer);
        own = modes.isEmpty() ? own : options.with(own, MysqlOptions.SQL_MODE, modes);
        own = order == 0 ? own : options.with(own, MysqlOptions.ORDER, order);
        return new Trigger(
                trigger.name(),
                trigger.table(),
                trigger.timing(),
                trigger.events(),
                List.of(),
                true,
                null,
                SqlText.verbatim(trigger.body().toString().strip()),
                null,
                own);
    }

    /**
     * @param before what is there when the trigger is created: it is put before the first that is to run after it
     */
    void create(SqlWriter sql, Trigger trigger, boolean ifNotExists, Schema before) {
        String definer = Header.clause(options.text(trigger.options(), MysqlOptions.DEFINER))
                .strip();
        sql.sql("CREATE").sqlIf(!definer.isEmpty(), definer).sql("TRIGGER");
        sql.sqlIf(ifNotExists, "IF NOT EXISTS").name(trigger.table().sibling(trigger.name()));
        sql.sql(trigger.timing().name());
        for (Trigger.Event event : trigger.events()) {
            sql.sql(event.name());
        }
        sql.sql("ON").name(trigger.table()).sql("FOR EACH ROW");
        Optional<Trigger> next = before.triggers().values().stream()
                .filter(other -> group(other).equals(group(trigger)))
                .filter(other -> byOrder().compare(other, trigger) > 0)
                .min(byOrder());
        next.ifPresent(other -> sql.sql("PRECEDES").name(other.name()));
        sql.text(trigger.body());
    }
}

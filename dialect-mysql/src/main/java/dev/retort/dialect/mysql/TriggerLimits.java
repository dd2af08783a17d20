// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.List;

/** What triggers of other databases can and those of MySQL and MariaDB cannot. */
final class TriggerLimits {

    private TriggerLimits() {}

    /**
     * @param trigger a trigger
     * @param server  the server's product and version
     * @return a sentence for each thing that the server would refuse
     */
    static List<String> of(Trigger trigger, String server) {
        List<String> problems = new ArrayList<>();
        String name = "Trigger " + trigger.name();
        if (trigger.events().size() > 1 || trigger.events().contains(Trigger.Event.TRUNCATE)) {
            problems.add(name + " must be for one of insert, update and delete on " + server + ".");
        }
        if (!trigger.updateOf().isEmpty()) {
            problems.add(name + " cannot be for an update of some columns alone on " + server + ".");
        }
        if (trigger.timing() == Trigger.Timing.INSTEAD_OF) {
            problems.add(name + " must run before or after the change on " + server + ", not instead of it.");
        }
        if (trigger.when() != null) {
            problems.add(name + " cannot have a condition on " + server + "; put an IF into its body.");
        }
        if (!trigger.forEachRow()) {
            problems.add(name + " must be for each row on " + server + ".");
        }
        return problems;
    }
}

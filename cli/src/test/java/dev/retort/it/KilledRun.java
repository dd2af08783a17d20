// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import dev.retort.engine.RunEvent;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The process that {@link KillTest} kills: upgrades a database and prints a line at each event. */
final class KilledRun {

    private KilledRun() {}

    /** @param arguments folder, database, number of the event at which to stop dead */
    public static void main(String[] arguments) {
        AtomicInteger events = new AtomicInteger();
        int last = Integer.parseInt(arguments[2]);
        new SqliteProject(Path.of(arguments[0]))
                .open(
                        arguments[1],
                        builder -> builder.listener(event -> {
                            if (event instanceof RunEvent.Reported) {
                                return;
                            }
                            System.out.println(event.getClass().getSimpleName());
                            System.out.flush();
                            if (events.incrementAndGet() >= last) {
                                Runtime.getRuntime().halt(137);
                            }
                        }))
                .upgrade("head");
    }
}

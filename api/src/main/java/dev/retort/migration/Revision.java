// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The header of a migration written in Java. It is read without running the class. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

    /** {@return the revision id} */
    String id();

    /** {@return the revisions that it follows; none for a base, several for a merge} */
    String[] revises() default {};

    /** {@return what it is for, in words} */
    String message() default "";

    /** {@return when it was written, as an ISO 8601 instant, or empty} */
    String created() default "";

    /** {@return branch labels} */
    String[] labels() default {};

    /** {@return ids or labels of revisions that must run before it without being its parents} */
    String[] dependsOn() default {};

    /** {@return whether it runs in a transaction} */
    TransactionMode transaction() default TransactionMode.AUTO;

    /** {@return how long its statements wait for a lock, such as {@code 5s}; empty if the project says it} */
    String lockTimeout() default "";

    /** {@return how long its statements run, such as {@code 10min}; empty if the project says it} */
    String statementTimeout() default "";

    /** {@return how long its transaction is open without a statement, such as {@code 1min}; empty if the project says it} */
    String idleTimeout() default "";
}

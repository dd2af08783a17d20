// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

/**
 * A key of a mapping.
 *
 * @param name      the key
 * @param form      the form of its value
 * @param takesNull whether null means something; otherwise it is the same as leaving the key out
 * @param meaning   what it says, in words, for the JSON Schema
 * @param <V>       the type of its value
 */
public record Key<V>(String name, Form<V> form, boolean takesNull, String meaning) {

    /**
     * A key for which null is the same as leaving it out.
     *
     * @param name    the key
     * @param form    the form of its value
     * @param meaning what it says
     * @param <V>     the type of its value
     * @return the key
     */
    public static <V> Key<V> of(String name, Form<V> form, String meaning) {
        return new Key<>(name, form, false, meaning);
    }

    /** @return a copy whose form is given null, too */
    public Key<V> takingNull() {
        return new Key<>(name, form, true, meaning);
    }
}

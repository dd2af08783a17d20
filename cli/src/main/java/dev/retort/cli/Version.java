// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

/** The version of this program, from its jar. */
final class Version {

    /** The version; {@code development} where the classes do not come from a jar. */
    static final String TEXT = read();

    private Version() {}

    private static String read() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}

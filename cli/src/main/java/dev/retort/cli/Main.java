// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

/** The program {@code retort}. */
public final class Main {

    private Main() {}

    /**
     * Runs one command.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.out.println("retort " + Main.class.getPackage().getImplementationVersion());
    }
}

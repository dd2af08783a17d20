// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import java.util.List;

/**
 * A dialect that is installed.
 *
 * @param id             its id
 * @param implementation class of its provider
 * @param origin         name of the jar or folder that it came from, without its path; {@code given} if the program gave it
 * @param defaultVersion product and version that are assumed without a connection
 * @param urlExamples    examples of URLs that it accepts
 */
public record DialectInfo(
        String id, String implementation, String origin, String defaultVersion, List<String> urlExamples) {

    public DialectInfo {
        urlExamples = List.copyOf(urlExamples);
    }
}

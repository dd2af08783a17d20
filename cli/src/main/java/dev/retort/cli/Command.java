// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import java.io.IOException;

/** One command: what its command line may hold, and how that is put to the engine. */
interface Command {

    /** {@return its options, arguments and examples, without the global ones} */
    Shape shape();

    /** {@return what is said if its arguments are missing, or an empty text} */
    default String missing() {
        return "";
    }

    /**
     * Does it.
     *
     * @param call the command line and everything around it
     * @return how it ended; whatever its user can put right is thrown
     * @throws IOException if a file or stream fails
     */
    ExitStatus run(Call call) throws IOException;
}

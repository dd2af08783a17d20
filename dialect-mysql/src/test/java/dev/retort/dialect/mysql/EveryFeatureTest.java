// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A schema with everything that a server knows comes out of the model as it went in. */
@ExtendWith(TestServersExtension.class)
class EveryFeatureTest {

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void everyFeatureIsCarried(ServerKind kind, TestServers servers) throws Exception {
        String name = "every-feature-" + kind.name().toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream file = Objects.requireNonNull(EveryFeatureTest.class.getResourceAsStream(name), name)) {
            String script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            RoundTrip.of(name, script, LockTest.harness(servers, kind));
        }
    }
}

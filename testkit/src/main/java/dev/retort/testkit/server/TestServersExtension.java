// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests and their constructors a {@link TestServers}, the same one for all tests of a run. */
public final class TestServersExtension implements ParameterResolver {

    /** Made by JUnit. */
    public TestServersExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestServers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(TestServers.class, type -> TestServers.of(System.getenv()), TestServers.class);
    }
}

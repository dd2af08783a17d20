// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import org.jspecify.annotations.Nullable;

/** Creates a namespace. */
public final class NamespaceStep extends Step<NamespaceStep> {

    private final String schema;
    private @Nullable String authorization;
    private boolean ifNotExists;

    NamespaceStep(String schema) {
        this.schema = schema;
    }

    /** @param owner the owner
     *  @return this */
    public NamespaceStep authorization(String owner) {
        authorization = owner;
        return this;
    }

    /** {@return this, now without a mistake if the namespace exists already} */
    public NamespaceStep ifNotExists() {
        ifNotExists = true;
        return this;
    }

    @Override
    Operation build() {
        return new CreateSchema(new Identifier(schema), ifNotExists, authorization);
    }

    /** Drops a namespace. */
    public static final class Drop extends Step<Drop> {

        private final String schema;
        private boolean ifExists;
        private boolean cascade;

        Drop(String schema) {
            this.schema = schema;
        }

        /** {@return this, now without a mistake if the namespace does not exist} */
        public Drop ifExists() {
            ifExists = true;
            return this;
        }

        /** {@return this, now with everything in the namespace} */
        public Drop cascade() {
            cascade = true;
            return this;
        }

        @Override
        Operation build() {
            return new DropSchema(new Identifier(schema), ifExists, cascade);
        }
    }
}

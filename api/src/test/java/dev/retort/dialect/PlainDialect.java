// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.Finding;
import dev.retort.schema.DataType;
import dev.retort.schema.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A dialect of ISO SQL without a database, for tests of what is rendered and refused. */
final class PlainDialect extends StandardDialect {

    private final OptionVocabulary options;
    private final Set<Lack> lacks;

    PlainDialect(Set<Capability> capabilities, OptionVocabulary options) {
        this(capabilities, options, Set.of());
    }

    private PlainDialect(Set<Capability> capabilities, OptionVocabulary options, Set<Lack> lacks) {
        super("plain", new ServerVersion(1, 2, 3, "PlainDB"), capabilities, new StandardSyntax());
        this.options = options;
        this.lacks = lacks;
    }

    static PlainDialect lacking(Lack lack) {
        return new PlainDialect(EnumSet.allOf(Capability.class), OptionVocabulary.NONE, Set.of(lack));
    }

    static PlainDialect withEverything() {
        return new PlainDialect(EnumSet.allOf(Capability.class), OptionVocabulary.NONE);
    }

    static PlainDialect without(Capability missing) {
        return new PlainDialect(EnumSet.complementOf(EnumSet.of(missing)), OptionVocabulary.NONE);
    }

    static PlainDialect withNothing() {
        return new PlainDialect(EnumSet.noneOf(Capability.class), OptionVocabulary.NONE);
    }

    @Override
    public Types types() {
        return new Types() {
            @Override
            public String render(DataType type) {
                if (type instanceof DataType.Native other) {
                    return other.sql();
                }
                if (type instanceof DataType.Varchar varchar && varchar.length() != null) {
                    return "VARCHAR(" + varchar.length() + ")";
                }
                return type.getClass().getSimpleName().toUpperCase(Locale.ROOT);
            }

            @Override
            public DataType parse(String sql) {
                return new DataType.Native(sql);
            }
        };
    }

    @Override
    public Ddl ddl() {
        return new PlainDdl(Rendering.BLANK);
    }

    private final class PlainDdl extends StandardDdl {

        PlainDdl(Rendering rendering) {
            super(PlainDialect.this, rendering);
        }

        @Override
        protected StandardDdl at(Rendering surroundings) {
            return new PlainDdl(surroundings);
        }

        @Override
        protected OptionVocabulary options() {
            return options;
        }

        @Override
        public Set<Lack> lacks() {
            return lacks;
        }
    }

    @Override
    public Schema canonical(Schema schema) {
        return schema;
    }

    @Override
    public List<Finding> check(Schema schema) {
        return List.of();
    }

    @Override
    public Inspector inspector() {
        throw new UnsupportedOperationException("there is no database");
    }

    @Override
    public SessionLock lock() {
        throw new UnsupportedOperationException("there is no database");
    }

    @Override
    public ErrorTranslator errors() {
        throw new UnsupportedOperationException("there is no database");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.Dialect;

/** Everything that writes a dialect's words, made once. */
final class MysqlWords {

    final Flavor flavor;
    final MysqlOptions options;
    final TableOptions tableOptions;
    final MysqlColumns columns;
    final MysqlParts parts;
    /** Keeps every collation, whatever the server's is. */
    final MysqlCanonical exact;

    MysqlWords(Dialect dialect, Flavor flavor) {
        this.flavor = flavor;
        this.options = new MysqlOptions(flavor);
        this.tableOptions = new TableOptions(options, flavor.collation());
        this.columns = new MysqlColumns(dialect, flavor);
        this.parts = new MysqlParts(dialect, flavor);
        this.exact = new MysqlCanonical(flavor, null);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.javaformat.Code.Raw;
import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddExclusion;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.OperationVisitor;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameTable;
import dev.retort.operation.SetTableComment;
import dev.retort.operation.Setting;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes operations on tables and their parts as calls of the recorder. */
abstract class TableOperationCode implements OperationVisitor<Words> {

    final Imports imports;
    final ValueCode values;
    final PartCode parts;
    private final String recorder;

    /** {@code recorder} is the variable that the calls are made on. */
    TableOperationCode(Imports imports, String recorder) {
        this.imports = imports;
        this.values = new ValueCode(imports);
        this.parts = new PartCode(imports, values);
        this.recorder = recorder;
    }

    final String recorder() {
        return recorder;
    }

    final Words op(String method, List<Code> arguments) {
        return Words.call(recorder + "." + method, arguments);
    }

    /** A call whose first argument is the object's plain name; the namespace follows as a call of its own. */
    final Words on(String method, QualifiedName name, Code... others) {
        return on(method, name, List.of(others));
    }

    final Words on(String method, QualifiedName name, List<Code> others) {
        return op(method, Words.list(Words.text(name.name()), others)).thenText("inSchema", name.namespace());
    }

    static Words dropping(Words words, boolean ifExists, boolean cascade) {
        return words.thenIf(ifExists, "ifExists").thenIf(cascade, "cascade");
    }

    static Code textOrNull(@Nullable Identifier name) {
        return name == null ? new Raw("null") : Words.text(name);
    }

    @Override
    public Words visitCreateTable(CreateTable operation) {
        Table table = operation.table();
        List<Code> made = new ArrayList<>();
        for (Column column : table.columns()) {
            made.add(parts.column(column));
        }
        table.constraints().forEach(constraint -> made.add(parts.constraint(constraint)));
        for (Index index : table.indexes()) {
            made.add(parts.index(index));
        }
        Words words = on("createTable", table.name(), made).thenText("comment", table.comment());
        operation.prefixes().forEach(prefix -> words.then("prefix", Words.text(prefix)));
        return values.options(words.thenIf(operation.ifNotExists(), "ifNotExists"), table.options());
    }

    @Override
    public Words visitDropTable(DropTable operation) {
        Words words = dropping(on("dropTable", operation.table()), operation.ifExists(), operation.cascade());
        return values.options(words, operation.options());
    }

    @Override
    public Words visitRenameTable(RenameTable operation) {
        return on("renameTable", operation.table(), Words.text(operation.to()));
    }

    @Override
    public Words visitSetTableComment(SetTableComment operation) {
        String comment = operation.comment();
        return on("setTableComment", operation.table(), comment == null ? new Raw("null") : Words.text(comment));
    }

    @Override
    public Words visitAddColumn(AddColumn operation) {
        Words words = on("addColumn", operation.table(), parts.column(operation.column()));
        if (!(operation.position() instanceof ColumnPosition.Last)) {
            position(words, operation.position());
        }
        if (operation.references() != null) {
            words.then("inline", parts.foreignKey(operation.references()));
        }
        return words.thenIf(operation.primaryKey(), "primaryKey").thenIf(operation.ifNotExists(), "ifNotExists");
    }

    private static void position(Words words, ColumnPosition position) {
        if (position instanceof ColumnPosition.After after) {
            words.then("after", Words.text(after.column()));
        } else if (position instanceof ColumnPosition.Before before) {
            words.then("before", Words.text(before.column()));
        } else {
            words.then(position instanceof ColumnPosition.First ? "first" : "last");
        }
    }

    @Override
    public Words visitDropColumn(DropColumn operation) {
        Words words = on("dropColumn", operation.table(), Words.text(operation.column()));
        return values.options(dropping(words, operation.ifExists(), operation.cascade()), operation.options());
    }

    @Override
    public Words visitRenameColumn(RenameColumn operation) {
        return on("renameColumn", operation.table(), Words.text(operation.column()), Words.text(operation.to()));
    }

    @Override
    public Words visitAlterColumn(AlterColumn operation) {
        Words words = on("alterColumn", operation.table(), Words.text(operation.column()));
        if (operation.type() != null) {
            words.then("type", parts.types().type(operation.type()));
        }
        if (operation.using() != null) {
            words.then("using", values.sqlOrString(operation.using()));
        }
        if (operation.nullable() != null) {
            words.then(operation.nullable() ? "nullable" : "notNull");
        }
        if (operation.defaultValue() instanceof Setting.To<DefaultValue> to) {
            words.then("defaultTo", parts.defaultValue(to.value()));
        }
        words.thenIf(operation.defaultValue() instanceof Setting.Drop, "dropDefault");
        if (operation.identity() instanceof Setting.To<Identity> to) {
            parts.identity(words, to.value());
        }
        words.thenIf(operation.identity() instanceof Setting.Drop, "dropIdentity");
        if (operation.generated() instanceof Setting.To<Generated> to) {
            parts.generated(words, to.value());
        }
        words.thenIf(operation.generated() instanceof Setting.Drop, "dropGenerated");
        words.thenText("comment", operation.comment().newValue().orElse(null));
        words.thenIf(operation.comment() instanceof Setting.Drop, "dropComment");
        words.thenText("rename", operation.rename());
        if (operation.position() != null) {
            position(words, operation.position());
        }
        return values.options(words, operation.options());
    }

    @Override
    public Words visitCreateIndex(CreateIndex operation) {
        Index index = operation.index();
        QualifiedName table = operation.table();
        List<Code> arguments = new ArrayList<>(List.of(textOrNull(index.name()), Words.text(table.name())));
        arguments.addAll(parts.parts(index.parts()));
        Words words = op("createIndex", arguments).thenText("inSchema", table.namespace());
        return parts.indexTail(words.thenIf(operation.ifNotExists(), "ifNotExists"), index);
    }

    @Override
    public Words visitDropIndex(DropIndex operation) {
        Words words = indexTable(on("dropIndex", operation.index()), operation.table(), operation.index());
        return values.options(dropping(words, operation.ifExists(), operation.cascade()), operation.options());
    }

    private Words indexTable(Words words, @Nullable QualifiedName table, QualifiedName index) {
        if (table == null) {
            return words;
        }
        boolean sibling = table.equals(index.sibling(table.name()));
        return words.then("on", sibling ? Words.text(table.name()) : values.name(table));
    }

    @Override
    public Words visitRenameIndex(RenameIndex operation) {
        Words words = on("renameIndex", operation.index(), Words.text(operation.to()));
        return indexTable(words, operation.table(), operation.index());
    }

    @Override
    public Words visitAddPrimaryKey(AddPrimaryKey operation) {
        return on("addPrimaryKey", operation.table(), parts.primaryKey(operation.primaryKey()));
    }

    @Override
    public Words visitAddUnique(AddUnique operation) {
        return on("addUnique", operation.table(), parts.unique(operation.unique()));
    }

    @Override
    public Words visitAddForeignKey(AddForeignKey operation) {
        return on("addForeignKey", operation.table(), parts.foreignKey(operation.foreignKey()));
    }

    @Override
    public Words visitAddCheck(AddCheck operation) {
        return on("addCheck", operation.table(), parts.check(operation.check()));
    }

    @Override
    public Words visitAddExclusion(AddExclusion operation) {
        return on("addExclusion", operation.table(), parts.exclusion(operation.exclusion()));
    }

    @Override
    public Words visitDropConstraint(DropConstraint operation) {
        Words words = selected(operation.table(), operation.constraint());
        return dropping(words, operation.ifExists(), operation.cascade());
    }

    private Words selected(QualifiedName table, ConstraintSelector constraint) {
        if (constraint instanceof ConstraintSelector.Named named) {
            Code name = Words.text(named.name());
            return named.kind() == null
                    ? on("dropConstraint", table, name)
                    : on("dropConstraint", table, name, parts.constant(named.kind()));
        }
        if (constraint instanceof ConstraintSelector.UniqueOn unique) {
            return on("dropUnique", table, Words.texts(unique.columns()));
        }
        if (constraint instanceof ConstraintSelector.ForeignKeyOn key) {
            QualifiedName referred = key.referredTable();
            List<Code> columns = Words.texts(key.columns());
            return on("dropForeignKey", table, referred == null ? columns : Words.list(values.name(referred), columns));
        }
        return constraint instanceof ConstraintSelector.CheckOf check
                ? on("dropCheck", table, values.sqlOrString(check.expression()))
                : on("dropPrimaryKey", table);
    }

    @Override
    public Words visitRenameConstraint(RenameConstraint operation) {
        return on(
                "renameConstraint", operation.table(), Words.text(operation.constraint()), Words.text(operation.to()));
    }

    @Override
    public Words visitValidateConstraint(ValidateConstraint operation) {
        return on("validateConstraint", operation.table(), Words.text(operation.constraint()));
    }
}
